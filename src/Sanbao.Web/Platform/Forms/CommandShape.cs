using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Sanbao.Web.Platform.Forms;

/// <summary>
/// What a command must hold, as its record says it: <c>[Required]</c>, <c>[MaxLength]</c>, <c>[Range]</c> at the parameters, or the rules
/// of the domain's <see cref="Details"/>. The same for what was typed and for JSON, and the form marks its fields by it. What a value may
/// be besides is for the domain to say.
/// </summary>
internal sealed class CommandShape
{
    private static readonly ConcurrentDictionary<Type, CommandShape> Known = new();
    private readonly ConstructorInfo constructor;

    private CommandShape(Type command)
    {
        constructor = command.GetConstructors().Single();
        var parameters = constructor.GetParameters();
        Fields = parameters.Length > 0
            ? [.. parameters.Select(p => new CommandField(p, command.GetProperty(p.Name!)!))]
            : [.. command.GetProperties().Where(p => p.CanWrite).Select(p => new CommandField(p, p))];
    }

    public static CommandShape Of<TCommand>() where TCommand : class => Known.GetOrAdd(typeof(TCommand), type => new(type));

    public ImmutableArray<CommandField> Fields { get; }

    public CommandField? this[string name] => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>The command of these values, in the order of the fields.</summary>
    public object Make(object?[] values)
    {
        if (constructor.GetParameters().Length > 0) return constructor.Invoke(values);
        var command = constructor.Invoke([]);
        for (var i = 0; i < values.Length; i++) Fields[i].Put(command, values[i]);
        return command;
    }

    /// <summary>Stops a command in which something is missing or too much.</summary>
    public void Check(object command)
    {
        var errors = new FieldErrors();
        Note(command, errors);
        errors.Throw();
    }

    public void Note(object command, FieldErrors errors)
    {
        foreach (var field in Fields) field.Note(command, errors);
        (command as Details)?.Check(errors);
    }
}

/// <summary>One value of a command.</summary>
internal sealed class CommandField(ICustomAttributeProvider said, PropertyInfo property)
{
    private readonly RangeAttribute? range = Said<RangeAttribute>(said);

    /// <summary>As in the interface: <c>repairDays</c>.</summary>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
    public Type Type { get; } = property.PropertyType;
    public bool Needed { get; } = Said<RequiredAttribute>(said) is not null;
    /// <summary>UTF-16 units of a text; null: the field is none, or not bounded.</summary>
    public int? Longest { get; } = Said<MaxLengthAttribute>(said)?.Length;

    public void Put(object command, object? value) => property.SetValue(command, value);

    public void Note(object command, FieldErrors errors)
    {
        var value = property.GetValue(command);
        errors.When(Needed && IsEmpty(value), Name, "field.required");
        if (value is string text && text.Length > Longest) errors.When(true, Name, "field.too-long", Longest);
        if (range is { Minimum: int least, Maximum: int most })
            errors.When(value is int number && (number < least || number > most), Name, "field.out-of-range", least, most);
    }

    private static T? Said<T>(ICustomAttributeProvider said) where T : Attribute =>
        said.GetCustomAttributes(typeof(T), false).OfType<T>().FirstOrDefault();

    private static bool IsEmpty(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        ICollection many => many.Count == 0,
        _ => false,
    };
}
