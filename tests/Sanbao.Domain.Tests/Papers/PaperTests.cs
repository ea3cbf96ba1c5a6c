using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Papers;
using Sanbao.Domain.Tests.Requests;

namespace Sanbao.Domain.Tests.Papers;

/// <summary>The files of a document.</summary>
public class PaperTests
{
    [Fact]
    public void The_very_same_file_is_kept_once_and_another_of_that_name_beside_it()
    {
        var request = Desk.Take("S0");
        Attach(request, "铭牌.jpg", "image/jpeg", "01").ShouldNotBeNull();
        Attach(request, "铭牌.jpg", "image/jpeg", "01").ShouldBeNull();
        Attach(request, "铭牌.jpg", "image/jpeg", "02").ShouldNotBeNull();
        request.Papers.Select(p => (p.Hash, p.Kind)).ShouldBe([("01", PaperKind.Photo), ("02", PaperKind.Photo)]);
        request.Papers.Select(p => p.Id).ShouldBeInOrder();
    }

    [Fact]
    public void There_are_no_more_than_a_hundred_at_one_document()
    {
        var contract = Contract.Create(Guid.NewGuid(), new() { Number = "HT-1" }, Desk.Clerk, Desk.Now);
        for (var i = 0; i < FiledDocument.MostPapers; i++) Attach(contract, $"{i}.pdf", "application/pdf", "01");
        Desk.Why(() => Attach(contract, "再来一份.pdf", "application/pdf", "01")).ShouldBe("document.papers-full");
        contract.Papers.ShouldAllBe(p => p.Kind == PaperKind.Annex);
    }

    [Fact]
    public void One_is_taken_off_for_a_reason()
    {
        var request = Desk.Take("S0");
        var paper = Attach(request, "铭牌.jpg", "image/jpeg", "01")!;
        Desk.Wrong(() => request.RemovePaper(paper.Id, " ", Desk.Clerk, Desk.Now)).ShouldBe(new FieldError("reason", "field.required"));
        request.RemovePaper(paper.Id, "传错了", Desk.Clerk, Desk.Now).ShouldBeTrue();
        request.RemovePaper(paper.Id, "传错了", Desk.Clerk, Desk.Now).ShouldBeFalse();
        request.Papers.ShouldBeEmpty();
        request.Unsaved[^1].Code.ShouldBe("request.paper-removed");
    }

    private static Paper? Attach(FiledDocument document, string name, string mediaType, string hash) =>
        document.Attach(name, mediaType, 1, hash, Desk.Clerk, Desk.Now);
}
