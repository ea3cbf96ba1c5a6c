using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>The document of /api/v1. Our converters hide closed lists and money from the framework, so they are described here.</summary>
internal static class OpenApiSetup
{
    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = NameOf;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Sanbao 三包", Version = "v1",
                Description =
                    "JSON over HTTP with a bearer token (token create). Instants carry an offset, dates are yyyy-MM-dd, money is CNY "
                    + "with at most two places. Errors are problem+json with a stable code, field errors in errors; "
                    + "A record says its version; If-Match: \"7\" with a change refuses it where somebody else changed the record since. "
                    + "Accept-Language zh (default) or en chooses their words. "
                    + "Whether the site is up and able to serve: /health/live, /health/ready.",
                Contact = new() { Name = "The administrator of this site" },
            };
            // Wherever this document was fetched from.
            document.Servers = [new() { Url = "/" }];
            document.Tags = TagsOf(document);
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
            document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            OpenApiProblems.Add(document);
            return Task.CompletedTask;
        });
        // Routes are listed by what they are about, /api/v1/requests by requests, not by the class that answers them.
        options.AddOperationTransformer((operation, context, _) =>
        {
            OpenApiNames.Name(operation, context.Description);
            // Read as text, so that a wrong one is told in words; a program writes a number.
            foreach (var limit in (operation.Parameters ?? []).Where(p => p.Name is "limit"))
                ((OpenApiSchema)limit.Schema!).Type = JsonSchemaType.Integer;
            if (context.Description.RelativePath?.Split('/') is [_, _, var noun, ..])
                operation.Tags = new HashSet<OpenApiTagReference> { new(noun, context.Document) };
            OpenApiProblems.Describe(operation, context);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context.JsonTypeInfo, context.JsonPropertyInfo);
            return Task.CompletedTask;
        });
    });

    private static HashSet<OpenApiTag> TagsOf(OpenApiDocument document) =>
    [
        .. document.Paths.Values.SelectMany(p => p.Operations!.Values).SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(t => t.Name!).Distinct().Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }),
    ];

    /// <summary>A record inside another bears the name of both: several nouns answer with a unit of theirs.</summary>
    private static string? NameOf(JsonTypeInfo type) => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
        ? (Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { DeclaringType: { } outer } ? outer.Name + name : name
        : null;

    private static void Describe(OpenApiSchema schema, JsonTypeInfo info, JsonPropertyInfo? property)
    {
        var orNull = Nullable.GetUnderlyingType(info.Type) is not null || property is { IsGetNullable: true }
            ? JsonSchemaType.Null : default;
        Describe(schema, info.Type, orNull);
        if (info.ElementType is { } element && schema.Items is null)
            Describe((OpenApiSchema)(schema.Items = new OpenApiSchema()), element, default);
        // Anything that may be null may be left out.
        foreach (var optional in info.Properties.Where(p => p.IsSetNullable || p.IsGetNullable)) schema.Required?.Remove(optional.Name);
    }

    private static void Describe(OpenApiSchema schema, Type said, JsonSchemaType orNull)
    {
        var type = Nullable.GetUnderlyingType(said) ?? said;
        if (type.IsEnum)
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Kebab.Names(type).Select(n => (JsonNode)JsonValue.Create(n)!)]);
        else if (type == typeof(Money)) (schema.Type, schema.Description) = (JsonSchemaType.Number, "CNY, at most two places");
        else if (type == typeof(DateOnly)) (schema.Type, schema.Format) = (JsonSchemaType.String | orNull, "date");
        else if (type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String | orNull, "date-time");
        else if (type == typeof(string)) schema.Type = JsonSchemaType.String | orNull;
    }
}
