using System.Globalization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>What generated clients call an operation, and whom it is for.</summary>
internal static class OpenApiNames
{
    /// <summary>The identifier is made of method and path, which tell every operation apart: <c>postRequestsByKeyReplies</c>.</summary>
    public static void Name(OpenApiOperation operation, ApiDescription route)
    {
        var words = route.RelativePath!["api/v1/".Length..].Split(['/', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word[0] is '{' ? "By" + Upper(Parameter(word)) : Upper(word));
        operation.OperationId = route.HttpMethod!.ToLowerInvariant() + string.Concat(words);
        operation.Description ??= $"{operation.Summary}. The token needs a role that may: {string.Join(", ", Asked(route))}.";
    }

    private static IEnumerable<string> Asked(ApiDescription route) =>
        route.ActionDescriptor.EndpointMetadata.OfType<RequiredPermission>().Select(r => Kebab.Of(r.Permission)).Distinct();

    private static string Parameter(string word) => word.Trim('{', '}').Split(':')[0];

    private static string Upper(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
