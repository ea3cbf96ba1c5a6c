namespace Sanbao.Web.Features.Import.Rows;

/// <summary>What is wrong in one line of the file, at the column as its header writes it.</summary>
internal sealed record RowError(long Line, string Column, Phrase What);
