using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Data;

namespace Sanbao.Web.Tests.Data;

/// <summary>The model is written out as code (tools/compile-model), so that no start has to work it out; it must say what the mappings say.</summary>
public partial class CompiledModelTests
{
    [Fact]
    public void Sqlite_has_the_model_that_the_mappings_describe()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        IsUpToDate(db);
    }

    [Fact]
    public void Postgres_has_the_model_that_the_mappings_describe()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);
        IsUpToDate(db);
    }

    private static void IsUpToDate(ServiceDb db)
    {
        // Where the framework keeps the form of a model that is used while running, beside the one for tools.
        var described = (IModel)db.GetService<IDesignTimeModel>().Model.FindRuntimeAnnotationValue("ReadOnlyModel")!;
        db.Model.GetType().Namespace.ShouldStartWith("Sanbao.Data.CompiledModels");
        Said(db.Model).ShouldBe(Said(described));
    }

    /// <summary>Without what the two forms say differently of the same: the value that stands for none, and the table of what lies within a row.</summary>
    private static string Said(IModel model) => Differing().Replace(model.ToDebugString(MetadataDebugStringOptions.LongDefault), "");

    [GeneratedRegex(@" Sentinel:\S+| *Annotations: \r?\n| *Relational:(FunctionName|Schema|SqlQuery|TableName|ViewName|ViewSchema): .*\r?\n")]
    private static partial Regex Differing();
}
