using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Sanbao.Web.Platform.Forms;

/// <summary>
/// What a command must hold, as its record says it at the parameters: <c>[Required]</c>, <c>[MaxLength]</c>, <c>[Range]</c>. The same for what
/// was typed and for JSON, and the form marks its fields by it. What a value may be besides is for the domain to say.
/// </summary>
internal sealed class CommandShape
{
    private static readonly ConcurrentDictionary<Type, CommandShape> Known = new();

    private CommandShape(Type command)
    {
        Constructor = command.GetConstructors().Single();
        Fields = [.. Constructor.GetParameters().Select(p => new CommandField(command, p))];
    }

    public static CommandShape Of<TCommand>() where TCommand : class => Known.GetOrAdd(typeof(TCommand), type => new(type));

    public ConstructorInfo Constructor { get; }

    public ImmutableArray<CommandField> Fields { get; }

    public CommandField? this[string name] => Fields.FirstOrDefault(f => f.Name == name);

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
    }
}

/// <summary>One value of a command.</summary>
internal sealed class CommandField(Type command, ParameterInfo parameter)
{
    private readonly PropertyInfo property = command.GetProperty(parameter.Name!)!;
    private readonly RangeAttribute? range = parameter.GetCustomAttribute<RangeAttribute>();

    /// <summary>As in the interface: <c>repairDays</c>.</summary>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
    public Type Type { get; } = parameter.ParameterType;
    public bool Needed { get; } = parameter.GetCustomAttribute<RequiredAttribute>() is not null;
    /// <summary>UTF-16 units of a text; null: the field is none, or not bounded.</summary>
    public int? Longest { get; } = parameter.GetCustomAttribute<MaxLengthAttribute>()?.Length;

    public void Note(object command, FieldErrors errors)
    {
        var value = property.GetValue(command);
        errors.When(Needed && IsEmpty(value), Name, "field.required");
        if (value is string text && text.Length > Longest) errors.When(true, Name, "field.too-long", Longest);
        if (range is { Minimum: int least, Maximum: int most }) errors.When(value is int number && (number < least || number > most), Name, "field.out-of-range", least, most);
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        ICollection many => many.Count == 0,
        _ => false,
    };
}
