namespace Sanbao.Web.Platform.Lists;

/// <summary>Gives one page of a list.</summary>
internal delegate Task<Found<TRow>> Finder<TRow>(ListPlace place, CancellationToken cancel);

/// <summary>
/// A list: one question and one set of columns, for the page, and for files. What is asked stands in the query; what does not fit is noted in
/// the form's state and left out.
/// </summary>
internal abstract class ListOf<TRow>(string path)
{
    /// <summary>The page that the query asks for.</summary>
    public async Task<ListView<TRow>> ShowAsync(HttpContext http)
    {
        var (state, address) = Read(http);
        var find = Ask(new FormReader(state));
        var found = await FindAsync(find, state, address, http.RequestAborted);
        return new(address, found, Columns, Chosen(state) is { Count: > 0 } chosen ? chosen : [.. Columns.Where(c => c.Usual)]);
    }

    /// <summary>All that fits, in the columns that were chosen, else in all.</summary>
    public async Task SendAsync(HttpContext http)
    {
        var (state, address) = Read(http);
        var reader = new FormReader(state);
        var (find, format) = (Ask(reader), reader.Choice<FileFormat>(ListAddress.Format) ?? FileFormat.Csv);
        if (state.Errors.Count > 0) throw new FieldErrorsException([.. state.Errors]);
        await ListFile.SendAsync(http, address.Path.Trim('/'), format, Chosen(state) is { Count: > 0 } chosen ? chosen : Columns, find);
    }

    protected abstract IReadOnlyList<ListColumn<TRow>> Columns { get; }

    /// <summary>Reads what is asked for.</summary>
    protected abstract Finder<TRow> Ask(FormReader form);

    private (FormState State, ListAddress Address) Read(HttpContext http)
    {
        var state = http.RequestServices.GetRequiredService<FormState>();
        var query = http.Request.Query.Where(q => q.Value.ToString().Length > 0).ToDictionary(q => q.Key, q => q.Value);
        if (!state.IsPosted) state.Take(new FormCollection(query));
        return (state, new(path, query.ToDictionary(q => q.Key, q => q.Value.ToString())));
    }

    /// <summary>A place that is none in this list is told, and the list begins at its beginning.</summary>
    private static async Task<Found<TRow>> FindAsync(Finder<TRow> find, FormState state, ListAddress address, CancellationToken cancel)
    {
        try
        {
            return await find(new(ListCursor.Parse(address[ListAddress.After], address[ListAddress.Before])), cancel);
        }
        catch (FieldErrorsException wrong)
        {
            state.Errors.AddRange(wrong.Errors);
            return await find(ListPlace.First, cancel);
        }
    }

    private List<ListColumn<TRow>> Chosen(FormState state) =>
        [.. state.AllTyped(ListAddress.Columns).SelectMany(t => t!.Split(',')).Distinct().Join(Columns, name => name, c => c.Name, (_, c) => c)];
}
