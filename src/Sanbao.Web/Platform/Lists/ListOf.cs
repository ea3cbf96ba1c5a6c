using Sanbao.Data;

namespace Sanbao.Web.Platform.Lists;

/// <summary>Gives one page of a list.</summary>
internal delegate Task<Found<TRow>> Finder<TRow>(ListPlace place, CancellationToken cancel);

/// <summary>
/// A list: one question and one set of columns, for the page, and for files. What is asked stands in the query; what does not fit is told
/// and left out.
/// </summary>
internal abstract class ListOf<TRow>(string path)
{
    /// <summary>The page that the query asks for; errors are told beside those of what was posted.</summary>
    public async Task<ListView<TRow>> ShowAsync(HttpContext http)
    {
        var (asked, address) = Read(http);
        var find = Ask(new FormReader(asked));
        var found = await FindAsync(find, asked, address, http.RequestAborted);
        http.RequestServices.GetRequiredService<FormState>().Errors.AddRange(asked.Errors);
        var (columns, chosen) = (Columns.Where(c => !c.OnlyInFile).ToList(), Chosen(asked).FindAll(c => !c.OnlyInFile));
        return new(address, found, columns, chosen.Count > 0 ? chosen : [.. columns.Where(c => c.Usual)], chosen.Count > 0)
        {
            Views = await KeptView.OfAsync(
                http.RequestServices.GetRequiredService<ServiceDb>(), path, http.RequestServices.GetRequiredService<Actor>(),
                http.RequestAborted),
        };
    }

    /// <summary>All that fits, in the columns that were chosen, else in all.</summary>
    public async Task SendAsync(HttpContext http)
    {
        var (asked, address) = Read(http);
        var reader = new FormReader(asked);
        var (find, format) = (Ask(reader), reader.Choice<FileFormat>(ListAddress.Format) ?? FileFormat.Csv);
        if (asked.Errors.Count > 0) throw new FieldErrorsException([.. asked.Errors]);
        var columns = Chosen(asked) is { Count: > 0 } chosen ? chosen : Columns;
        await ListFile.SendAsync(http, address.Path.Trim('/'), format, columns, async (place, cancel) =>
        {
            var found = await find(place, cancel);
            return found.With(await LinesAsync(found.Items, columns, cancel));
        });
    }

    protected abstract IReadOnlyList<ListColumn<TRow>> Columns { get; }

    /// <summary>Reads what is asked for.</summary>
    protected abstract Finder<TRow> Ask(FormReader form);

    /// <summary>The lines that a file has for these rows: of what stands there several times, one each.</summary>
    protected virtual Task<IReadOnlyList<TRow>> LinesAsync(
        IReadOnlyList<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, CancellationToken cancel) => Task.FromResult(rows);

    private (FormState Asked, ListAddress Address) Read(HttpContext http)
    {
        var query = http.Request.Query.Where(q => q.Value.ToString().Length > 0).ToDictionary(q => q.Key, q => q.Value);
        var asked = new FormState();
        asked.Take(new FormCollection(query));
        return (asked, new(path, query.ToDictionary(q => q.Key, q => q.Value.ToString())));
    }

    /// <summary>A place that is none in this list is told, and the list begins at its beginning.</summary>
    private static async Task<Found<TRow>> FindAsync(Finder<TRow> find, FormState asked, ListAddress address, CancellationToken cancel)
    {
        try
        {
            return await find(new(ListCursor.Parse(address[ListAddress.After], address[ListAddress.Before])), cancel);
        }
        catch (FieldErrorsException wrong)
        {
            asked.Errors.AddRange(wrong.Errors);
            return await find(ListPlace.First, cancel);
        }
    }

    private List<ListColumn<TRow>> Chosen(FormState asked) =>
        [.. asked.AllTyped(ListAddress.Columns).SelectMany(t => t!.Split(',')).Distinct()
            .Join(Columns, name => name, c => c.Name, (_, c) => c)];
}
