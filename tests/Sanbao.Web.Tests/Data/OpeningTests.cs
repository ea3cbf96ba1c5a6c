using Microsoft.Data.Sqlite;
using Npgsql;
using Sanbao.Data;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Backup;

namespace Sanbao.Web.Tests.Data;

/// <summary>An absent database is no new company: what once held one is never begun anew, nor taken for another.</summary>
public sealed class OpeningTests(PostgresCluster cluster) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sanbao-opening-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Where_a_company_was_kept_its_records_are_missed_and_nothing_is_made(Kind kind)
    {
        var option = await BeginAsync(kind);
        await TakeAwayAsync(option);
        await RefusedAsync(option, "database.gone");
        (await StandsAsync(option)).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_empty_database_in_its_place_is_no_company(Kind kind)
    {
        var option = await BeginAsync(kind);
        await TakeAwayAsync(option);
        if (option is null) await File.WriteAllBytesAsync(Records, [], Cancel);
        else await RunAsync(option, "CREATE SCHEMA company_main");
        await RefusedAsync(option, "database.gone");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Empty_tables_in_its_place_are_no_company(Kind kind)
    {
        var option = await BeginAsync(kind);
        await TakeAwayAsync(option);
        await using (var bare = ServiceDatabase.Of(folder, option)) await bare.MigrateAsync(Cancel);
        await RefusedAsync(option, "database.gone");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Tables_of_something_else_are_left_alone_whether_a_company_was_kept_there_or_not(Kind kind)
    {
        var option = await BeginAsync(kind);
        await TakeAwayAsync(option);
        foreach (var kept in new[] { true, false })
        {
            if (!kept) File.Delete(Mark);
            await MakeForeignAsync(option);
            await RefusedAsync(option, "database.foreign");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_records_of_another_company_are_told_from_its_own(Kind kind)
    {
        var option = await BeginAsync(kind);
        await using var other = await TestDatabase.NewAsync(kind, cluster);
        await TakeAwayAsync(option);
        if (option is null) await CopyAsync(other.Store);
        else option = "postgres:" + other.Store.ConnectionString;
        await RefusedAsync(option, "database.other-company");
    }

    [Fact]
    public async Task Whoever_forgets_where_the_database_is_gets_no_new_one()
    {
        var option = await BeginAsync(Kind.Postgres);
        await RefusedAsync(null, "database.other-kind.postgres");
        File.Exists(Records).ShouldBeFalse();
        await OpenAsync(option);
    }

    [Fact]
    public async Task A_file_with_records_is_not_left_behind_for_a_server_without_any()
    {
        await BeginAsync(Kind.Sqlite);
        await RefusedAsync("postgres:" + await cluster.NewDatabaseAsync(), "database.other-kind.sqlite");
    }

    [Fact]
    public async Task A_mark_that_cannot_be_read_stops_the_start()
    {
        await BeginAsync(Kind.Sqlite);
        await File.WriteAllTextAsync(Mark, "{", Cancel);
        await RefusedAsync(null, "database.mark-unreadable");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_node_with_a_folder_of_its_own_joins_the_company_and_remembers_it(Kind kind)
    {
        var option = await BeginAsync(kind);
        File.Delete(Mark);
        (await OpenAsync(option)).ShouldBeFalse("nothing began");
        await TakeAwayAsync(option);
        await RefusedAsync(option, "database.gone");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_gone_is_put_back_from_its_backup_and_from_no_other(Kind kind)
    {
        var option = await BeginAsync(kind);
        var (own, foreign) = (Path.Combine(folder, "own.zip"), Path.Combine(folder, "foreign.zip"));
        await using (var store = ServiceDatabase.Of(folder, option)) await BackUpAsync(store, own);
        await using (var other = await TestDatabase.NewAsync(kind, cluster)) await BackUpAsync(other.Store, foreign);
        await TakeAwayAsync(option);

        await using (var store = ServiceDatabase.Of(folder, option))
        {
            (await Should.ThrowAsync<RefusedException>(() => RestoreAsync(store, foreign))).Refusal.Code.ShouldBe("database.other-company");
            await RestoreAsync(store, own);
        }
        await OpenAsync(option);
    }

    [Fact]
    public async Task A_file_that_is_taken_away_while_the_program_runs_does_not_come_again_as_an_empty_one()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        File.Delete(test.Store.Folder.Records);
        await using var connection = new SqliteConnection(test.Store.ConnectionString + ";Pooling=False");
        await Should.ThrowAsync<SqliteException>(() => connection.OpenAsync(Cancel));
        File.Exists(test.Store.Folder.Records).ShouldBeFalse();
    }

    private string Records => Path.Combine(folder, "companies", "main", "sanbao.db");

    private string Mark => Path.Combine(folder, "companies", "main", "company.json");

    private async Task<string?> BeginAsync(Kind kind)
    {
        var option = kind is Kind.Postgres ? "postgres:" + await cluster.NewDatabaseAsync() : null;
        (await OpenAsync(option)).ShouldBeTrue("a company began");
        return option;
    }

    private async Task<bool> OpenAsync(string? option)
    {
        await using var store = ServiceDatabase.Of(folder, option);
        await store.OpenAsync(cancel: Cancel);
        return store.BeganHere;
    }

    private async Task RefusedAsync(string? option, string code)
    {
        await using var store = ServiceDatabase.Of(folder, option);
        (await Should.ThrowAsync<RefusedException>(() => store.OpenAsync(cancel: Cancel))).Refusal.Code.ShouldBe(code);
    }

    private async Task TakeAwayAsync(string? option)
    {
        if (option is not null) await RunAsync(option, "DROP SCHEMA IF EXISTS company_main CASCADE");
        else foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Records)!, "sanbao.db*")) File.Delete(file);
    }

    private async Task<bool> StandsAsync(string? option)
    {
        if (option is null) return File.Exists(Records);
        await using var connection = new NpgsqlConnection(option["postgres:".Length..]);
        await connection.OpenAsync(Cancel);
        const string Asking = "SELECT count(*) FROM information_schema.schemata WHERE schema_name = 'company_main'";
        await using var asking = new NpgsqlCommand(Asking, connection);
        return (long)(await asking.ExecuteScalarAsync(Cancel))! > 0;
    }

    private static Task BackUpAsync(ServiceDatabase store, string target) =>
        TakeBackup.RunAsync(store, store.Folder.Files, target, DateTimeOffset.UtcNow, cancel: Cancel);

    private static Task RestoreAsync(ServiceDatabase store, string source) =>
        RestoreBackup.RunAsync(store, store.Folder.Files, source, cancel: Cancel);

    private async Task MakeForeignAsync(string? option)
    {
        await TakeAwayAsync(option);
        if (option is not null) await RunAsync(option, "CREATE SCHEMA company_main; CREATE TABLE company_main.songs (id int)");
        else
        {
            await using var connection = new SqliteConnection($"Data Source={Records};Pooling=False");
            await connection.OpenAsync(Cancel);
            await using var making = connection.CreateCommand();
            making.CommandText = "CREATE TABLE songs (id INTEGER)";
            await making.ExecuteNonQueryAsync(Cancel);
        }
    }

    private async Task CopyAsync(ServiceDatabase from)
    {
        await using var connection = new SqliteConnection(from.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var copying = connection.CreateCommand();
        copying.CommandText = $"VACUUM INTO '{Records}'";
        await copying.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task RunAsync(string option, string sql)
    {
        await using var connection = new NpgsqlConnection(option["postgres:".Length..]);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
