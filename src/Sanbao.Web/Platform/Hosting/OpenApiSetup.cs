using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>The document of /api/v1. Our converters hide closed lists and money from the framework, so they are described here.</summary>
internal static class OpenApiSetup
{
    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Sanbao 三包", Version = "v1", Description = "POST and GET under /api/v1 with a bearer token." };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
            document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
        // Routes are listed by what they are about, /api/v1/requests by requests, not by the class that answers them.
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.RelativePath?.Split('/') is [_, _, var noun, ..]) operation.Tags = new HashSet<OpenApiTagReference> { new(noun, context.Document) };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiSchema schema, Type type)
    {
        if (type.IsEnum) (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Kebab.Names(type).Select(n => (JsonNode)JsonValue.Create(n)!)]);
        else if (type == typeof(Money)) (schema.Type, schema.Description) = (JsonSchemaType.Number, "CNY, at most two places");
        else if (type == typeof(DateOnly)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date");
        else if (type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        else if (type == typeof(string)) schema.Type = JsonSchemaType.String;
    }
}
