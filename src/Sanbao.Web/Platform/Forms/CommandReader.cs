namespace Sanbao.Web.Platform.Forms;

/// <summary>Reads a form into a command: each field by its name and type, as <see cref="CommandShape"/> has them.</summary>
internal static class CommandReader
{
    /// <param name="zone">Of the instants that are typed.</param>
    public static TCommand Read<TCommand>(this FormReader form, TimeZoneInfo zone) where TCommand : class
    {
        var shape = CommandShape.Of<TCommand>();
        var command = (TCommand)shape.Make([.. shape.Fields.Select(f => Value(form, f, zone))]);
        form.Check(errors => shape.Note(command, errors));
        return command;
    }

    private static object? Value(FormReader form, CommandField field, TimeZoneInfo zone)
    {
        var type = Nullable.GetUnderlyingType(field.Type) ?? field.Type;
        return type == typeof(string) ? form.Text(field.Name, int.MaxValue)
            : type == typeof(bool) ? form.Flag(field.Name)
            : type == typeof(int) ? form.Number(field.Name, int.MinValue)
            : type == typeof(long) ? (long?)form.Number(field.Name, int.MinValue)
            : type == typeof(Guid) ? form.Id(field.Name)
            : type == typeof(DateOnly) ? form.Date(field.Name)
            : type == typeof(DateTimeOffset) ? form.Instant(field.Name, zone)
            : type == typeof(Money) ? form.Money(field.Name)
            : type.IsEnum ? form.Choice(type, field.Name)
            : type.IsGenericType && type.GetGenericArguments() is [{ IsEnum: true } list] ? form.Choices(list, field.Name)
            : throw new NotSupportedException($"{field.Name}: a form has no field for {type.Name}.");
    }
}
