namespace Sanbao.Web.Platform.Errors;

/// <summary>What was asked for is not there, or not for this actor: 404 in both cases.</summary>
internal sealed class NotFoundException() : Exception("not found");
