using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>What every route has in common, in the document: how it says no, the headers it heeds, what may be posted as it
/// stands.</summary>
internal static class OpenApiProblems
{
    private const string Schema = "Problem";

    public static void Add(OpenApiDocument document)
    {
        document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[Schema] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Of(JsonSchemaType.String, null),
                ["title"] = Of(JsonSchemaType.String, null),
                ["status"] = Of(JsonSchemaType.Integer, null),
                ["detail"] = Of(JsonSchemaType.String, "One sentence for people"),
                ["code"] = Of(JsonSchemaType.String, "Stable; programs may rely on it"),
                ["traceId"] = Of(JsonSchemaType.String, null),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object, Description = "Sentences by the field they concern",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(JsonSchemaType.String, null) },
                },
            },
            Required = new HashSet<string> { "status", "detail", "code" },
        };
    }

    public static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var (writes, path) = (context.Description.HttpMethod is not "GET", context.Description.RelativePath!);
        // Judging and checking change nothing: no key, nothing to refuse.
        var keeps = writes && !path.EndsWith("preview", StringComparison.Ordinal) && !path.EndsWith("check", StringComparison.Ordinal);
        var inBody = operation.RequestBody is not null;
        var asked = operation.Parameters is { Count: > 0 };
        foreach (var (status, says) in new[]
        {
            (400, inBody ? "The body cannot be read" : null),
            (401, "No token, or not a valid one"),
            (403, "The token's role may not do this"),
            (404, path.Contains('{', StringComparison.Ordinal) ? "There is none, or not for this token" : null),
            (409, keeps ? "The rules do not allow it, or somebody else changed it meanwhile" : null),
            (413, inBody ? "The body is too large" : null),
            (415, inBody ? "The body is of another kind" : null),
            (422, inBody || asked ? "Some fields have values that cannot be; see errors" : null),
            (503, "Busy, or the database is away; try again after Retry-After"),
        })
            if (says is not null) Answer(operation, context.Document!, status, says);
        if (keeps)
            Heeds(operation, Idempotency.Field, "The same key with the same body gets the first answer again and does nothing twice");
        if (keeps && path.StartsWith("api/v1/requests/{key}/", StringComparison.Ordinal)
            && !path.EndsWith("attachments", StringComparison.Ordinal))
            Heeds(operation, "If-Match", "The version that was looked at: \"7\"");
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<BodyExample>().FirstOrDefault() is { } example)
            foreach (var body in operation.RequestBody!.Content!.Values) body.Example = JsonNode.Parse(example.Json);
    }

    private static void Answer(OpenApiOperation operation, OpenApiDocument document, int status, string says) =>
        (operation.Responses ??= new OpenApiResponses()).TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
        {
            Description = says,
            Content = new Dictionary<string, OpenApiMediaType> {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Schema, document) } },
        });

    private static void Heeds(OpenApiOperation operation, string header, string about) =>
        (operation.Parameters ??= []).Add(
            new OpenApiParameter { Name = header, In = ParameterLocation.Header, Description = about,
            Schema = Of(JsonSchemaType.String, null) });

    private static OpenApiSchema Of(JsonSchemaType type, string? about) => new() { Type = type, Description = about };
}
