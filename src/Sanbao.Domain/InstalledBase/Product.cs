using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.InstalledBase;

/// <summary>A model that is sold.</summary>
public sealed partial class Product : Document, ISearched, IReserved
{
    private Product() { }

    public override string Kind => "product";

    public long Seq { get; private set; }
    public override Headline Headline => new(Model, Headline.Cut(Name));
    public Findable Findable => new() { Texts = [Model, Name, Line], Marks = [Model], Spoken = [Model, Name] };

    /// <summary>Product line, e.g. pump, tablet; charters' terms are scoped by it.</summary>
    public string Line { get; private set; } = "";
    public string Model { get; private set; } = "";
    public string ModelKey { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Source Source { get; private set; }
    /// <summary>Months that the supplier agreed (private label, bought on behalf); null: none noted.</summary>
    public int? AgreementMonths { get; private set; }

    public static Product Create(ProductDetails details, Actor by, DateTimeOffset now)
    {
        var product = new Product { Id = Guid.CreateVersion7(now) };
        product.Take(details);
        product.Record("product.created", by, now, ("model", product.Model), ("line", product.Line));
        return product;
    }

    public void Change(ProductDetails details, Actor by, DateTimeOffset now)
    {
        var before = Fields;
        Take(details);
        Record("product.changed", by, now, ("model", Model), ("line", Line), ("source", Source), ("agreementMonths", AgreementMonths),
            ("changed", FieldsChanged.Between(before, Fields)));
    }

    public void TakeSeq(long seq) => Seq = seq;

    /// <summary>What a person edits.</summary>
    private (string, object?)[] Fields =>
        [("model", Model), ("name", Name), ("line", Line), ("source", Source), ("agreement-months", AgreementMonths)];

    private void Take(ProductDetails details)
    {
        details.Check();
        (Line, Model, Name) = (TextKey.Shown(details.Line), TextKey.Shown(details.Model), TextKey.Shown(details.Name));
        ModelKey = TextKey.Serial(Model);
        (Source, AgreementMonths) = (details.Source, details.AgreementMonths);
    }
}

/// <summary>What a person says about a product.</summary>
public sealed record ProductDetails
{
    public required string Line { get; init; }
    public required string Model { get; init; }
    public string? Name { get; init; }
    public Source Source { get; init; }
    public int? AgreementMonths { get; init; }

    public void Check()
    {
        var errors = new FieldErrors();
        errors.Text(Line, "line", 100);
        errors.Text(Model, "model", 100, required: true);
        errors.Text(Name, "productName", 200);
        errors.When(AgreementMonths is < 0 or > 600, "agreementMonths", "field.out-of-range", 0, 600);
        errors.Throw();
    }
}
