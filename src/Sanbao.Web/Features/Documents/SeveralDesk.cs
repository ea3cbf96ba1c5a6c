using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Documents;

/// <summary>A verb done to several documents at once.</summary>
/// <param name="Already">It is so: nothing is to be done, so that the same done twice is done once.</param>
/// <param name="Said">What the confirmation says of it beside how many: the text is <c>KIND.several.NAME</c>.</param>
internal sealed record Several<TDoc, TCommand>(Func<TDoc, TCommand, bool> Already, Func<TDoc, object> Said);

/// <summary>
/// Does a verb to the documents that were chosen in their list, each in a save of its own: what cannot be done to one is told of that one,
/// which stays chosen, and stops no other. What is wrong with the command itself is told before the first.
/// </summary>
internal sealed class SeveralDesk<TDoc>(DocumentDesk<TDoc> desk, DocumentKind<TDoc> kind, Writer writer, FormState typed, Words words)
    where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged
{
    private const int Most = 500;

    public Task<IResult> Post<TCommand>(HttpContext http, Verb<TDoc, TCommand> verb) where TCommand : class
    {
        desk.Require(verb);
        return PostForm.Handle(
            http,
            form => (Command: form.Read<TCommand>(words.Zone), Numbers: Chosen(form)),
            async form =>
            {
                var (done, refused) = await RunAsync(form.Numbers, number => DoAsync(number, verb, form.Command, http.RequestAborted));
                var list = kind.Path + http.Request.QueryString;
                if (refused.Count == 0) return Done.To(list, $"{kind.Kind}.several.{verb.Name}", done.Count, verb.Several!.Said(done[0]));
                Keep(refused);
                throw new FieldErrorsException([new(ListAddress.Chosen, "list.done-in-part", [done.Count, refused.Count]), .. refused]);
            },
            () => kind.List!(http));
    }

    private static List<string> Chosen(FormReader form)
    {
        var numbers = form.Texts(ListAddress.Chosen).Take(Most).ToList();
        if (numbers.Count == 0) form.Wrong(ListAddress.Chosen, "list.nothing-chosen");
        return numbers;
    }

    private static async Task<(List<TDoc> Done, List<FieldError> Refused)> RunAsync(List<string> numbers, Func<string, Task<TDoc>> run)
    {
        var (done, refused) = (new List<TDoc>(), new List<FieldError>());
        foreach (var number in numbers)
        {
            try
            {
                done.Add(await run(number));
            }
            catch (RefusedException why)
            {
                refused.Add(new(number, "list.not-done", [number, Phrase.Of(why.Refusal.Code, why.Refusal.Arguments.AsSpan())]));
            }
            catch (NotFoundException)
            {
                refused.Add(new(number, "list.not-done", [number, Phrase.Of("list.gone")]));
            }
        }
        return (done, refused);
    }

    private async Task<TDoc> DoAsync<TCommand>(string number, Verb<TDoc, TCommand> verb, TCommand command, CancellationToken cancel)
        where TCommand : class =>
        (await writer.RunAsync(desk.Work(number, null, verb, command, cancel, verb.Several!.Already), cancel)).Document;

    /// <summary>What was not done stays chosen.</summary>
    private void Keep(List<FieldError> refused)
    {
        typed.Put(ListAddress.Chosen, refused[0].Field);
        foreach (var error in refused.Skip(1)) typed.Append(ListAddress.Chosen, error.Field);
    }
}
