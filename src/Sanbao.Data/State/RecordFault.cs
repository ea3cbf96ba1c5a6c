namespace Sanbao.Data.State;

/// <summary>One thing that is not as the product left it.</summary>
/// <param name="Code">E.g. row-changed; the words live in the resources under <c>verify.</c>.</param>
/// <param name="Kind">Of the document (<see cref="Domain.Kernel.Document.Kind"/>); empty where none is known.</param>
/// <param name="Document">What people call it: its number, else its title, else its id.</param>
/// <param name="Table">Of the row concerned; empty: the journal is.</param>
/// <param name="Detail">Which row of the table, which columns, or which line of the journal (counted from 0).</param>
public sealed record RecordFault(string Code, string Kind, string Document, string Table = "", string Detail = "");
