using System.Collections.Immutable;
using Sanbao.Web.Features.Import.Jobs;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Import.Page;

/// <summary>What the import pages do: take a file, show how it would come in, bring it in, tell what came of it.</summary>
internal sealed class ImportDesk(HeldImports held, ImportWork work, TakeFile take, Actor actor)
{
    /// <summary>In bytes: some 500,000 lines.</summary>
    public const long LargestFile = 64 * 1024 * 1024;

    /// <summary>Lines of errors on the page; the list for download has all.</summary>
    public const int ErrorsShown = 50;

    // A small file is done before the next page is asked for.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    public IResult Start() => View.Of<StartPage>(new { Mine = held.Of(actor).Select(h => (h, h.IsWork && held.IsBusy(h.Id))).ToList() });

    public Task<IResult> Send(HttpContext http) => PostForm.Handle(
        http,
        SentFile.Read,
        async sent =>
        {
            held.Sweep();
            var import = await take.RunAsync(sent, http.Request.Form.Files, http.RequestAborted);
            if (import.Phase is not ImportPhase.Columns) await BeginAsync(import, preview: true);
            return Done.To(import.Path);
        },
        Start);

    public async Task<IResult> Show(Guid id)
    {
        var import = Find(id);
        // The process that looked through it ended before it was ready; looking changes nothing, so it is simply done again.
        if (import.Phase is ImportPhase.Looking && !held.IsBusy(id) && Find(id).Phase is ImportPhase.Looking)
            await BeginAsync(import, preview: true);
        import = Find(id);
        return View.Of<ImportPage>(
            new { Of = import, Busy = import.IsWork && held.IsBusy(id), Errors = held.Errors(id).Take(ErrorsShown).ToImmutableArray() });
    }

    public Task<IResult> ChooseColumns(HttpContext http, Guid id) => PostForm.Handle(
        http,
        form => ReadColumns(form, Find(id)),
        async columns =>
        {
            await BeginAsync(Waiting(id) with { Columns = columns }, preview: true);
            return Done.To(Find(id).Path);
        },
        () => Show(id));

    /// <summary>Another line names the columns.</summary>
    public Task<IResult> ChooseHeader(HttpContext http, Guid id) => PostForm.Handle(
        http,
        form => form.Number("header-line", 1),
        async line =>
        {
            var import = take.Under(Waiting(id), line ?? throw new FieldErrorsException([new("header-line", "field.choose")]));
            held.Save(import);
            if (import.Phase is not ImportPhase.Columns) await BeginAsync(import, preview: true);
            return Done.To(import.Path);
        },
        () => Show(id));

    public Task<IResult> Run(HttpContext http, Guid id) => PostForm.Handle(
        http,
        _ => Waiting(id),
        async import =>
        {
            if (HeldMaps.Missing(import).Any()) throw new RefusedException(new("import.columns-first"));
            await BeginAsync(import, preview: import.Phase is ImportPhase.Failed);
            return Done.To(import.Path);
        },
        () => Show(id));

    public Task<IResult> Discard(HttpContext http, Guid id) => PostForm.Handle(
        http,
        _ => Find(id),
        import =>
        {
            work.Stop(id);
            held.Remove(id);
            return Task.FromResult(Done.To("/import", "import.discarded", import.FileName));
        },
        () => Show(id));

    private HeldImport Find(Guid id) => held.Find(id, actor) ?? throw new NotFoundException();

    /// <summary>One whose file is still here.</summary>
    private HeldImport Waiting(Guid id) =>
        Find(id) is { Phase: not ImportPhase.Done } import ? import : throw new RefusedException(new("import.over"));

    private async Task BeginAsync(HeldImport import, bool preview)
    {
        if (await work.TryBeginAsync(import, preview, actor) is not { } done)
        {
            Find(import.Id);
            throw new RefusedException(new("import.busy"));
        }
        await Task.WhenAny(done, Task.Delay(Patience));
    }

    private static ImmutableDictionary<string, string> ReadColumns(FormReader form, HeldImport import)
    {
        var chosen = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var field in ImportFields.Of(import.Kind))
            if (form.Text($"column-{field}") is { } column && import.Header.Contains(column)) chosen[field] = column;
        foreach (var field in ImportFields.Needed(import.Kind).Where(f => !chosen.ContainsKey(f)))
            form.Wrong($"column-{field}", "import.column-needed");
        return chosen.ToImmutable();
    }
}
