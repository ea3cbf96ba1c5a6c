namespace Sanbao.Web.Features.Import.Rows;

/// <summary>What is wrong in one line of the file, at the column as its header writes it.</summary>
/// <param name="Value">What stands there; empty: nothing, or the whole line is meant.</param>
internal sealed record RowError(long Line, string Column, Phrase What, string Value = "");
