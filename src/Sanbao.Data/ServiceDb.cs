using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;
using Sanbao.Data.Mappings;
using Sanbao.Data.Search;
using Sanbao.Data.Writing;
using Sanbao.Domain.Approvals;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Papers;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;

namespace Sanbao.Data;

/// <summary>One company's records. One model; two derived contexts give one set of migrations for each database.</summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    private readonly List<string> made = [];

    internal DbSet<JournalLine> JournalLines => Set<JournalLine>();
    internal DbSet<Counter> Counters => Set<Counter>();

    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<AttachedCharter> AttachedCharters => Set<AttachedCharter>();
    public DbSet<CharterVersion> CharterVersions => Set<CharterVersion>();
    public DbSet<CharterChange> CharterChanges => Set<CharterChange>();
    public DbSet<CompanyDays> CompanyDays => Set<CompanyDays>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Equipment> Equipment => Set<Equipment>();
    public DbSet<ServiceRequest> Requests => Set<ServiceRequest>();
    public DbSet<Approval> Approvals => Set<Approval>();
    public DbSet<Deputy> Deputies => Set<Deputy>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<DeadlineEntry> Deadlines => Set<DeadlineEntry>();
    public DbSet<HeadRow> Heads => Set<HeadRow>();
    public DbSet<Firing> Firings => Set<Firing>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<CompanySettings> Settings => Set<CompanySettings>();

    /// <summary>SQLite and PostgreSQL store some types differently and search in different words.</summary>
    public abstract bool IsSqlite { get; }

    /// <summary>Raises a counter and gives its value; what writes several units in one transaction counts by itself.</summary>
    internal Func<string, Task<long>>? Next { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saves are asynchronous; call SaveChangesAsync.");

    /// <summary>Writes state, journal lines, deadlines, papers and search words together: all of them or none.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await Counting.TakeAsync(this, Next ?? (name => Counting.NextAsync(this, name)));
        DeadlineTracking.Follow(this);
        PaperTracking.Follow(this);
        ApprovalTracking.Follow(this);
        var searched = SearchWords.Changed(this);
        NoticeTracking.Follow(this);
        JournalSealing.Seal(this);
        HeadTracking.Follow(this);
        // What counts itself was counted with its number.
        made.AddRange(ChangeTracker.Entries<Document>()
            .Where(e => e.State is EntityState.Added && e.Entity is not ICounted).Select(e => e.Entity.Kind));
        if (searched.Count == 0 || Database.CurrentTransaction is not null)
            return await SaveAsync(searched, acceptAllChangesOnSuccess, cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var saved = await SaveAsync(searched, acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>The kinds of the documents that were made since this was asked last, each as often as one was made.</summary>
    internal string[] TakeMade()
    {
        string[] kinds = [.. made.Order(StringComparer.Ordinal)];
        made.Clear();
        return kinds;
    }

    private async Task<int> SaveAsync(IReadOnlyList<SearchWords> searched, bool accept, CancellationToken cancel)
    {
        var saved = await base.SaveChangesAsync(accept, cancel);
        foreach (var words in searched) await words.StoreAsync(this, cancel);
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<long>();
        // Enums are stored by name: a list can grow in its middle without changing what is stored.
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        if (IsSqlite) configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        // Text keys compare by bytes on both databases (docs/decisions/0004); SQLite does so by itself.
        else configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // Recorded lines are sealed into JournalLine, what is to be heard becomes notices; judgements are stored as JSON; deadline books
        // are followed by DeadlineTracking.
        modelBuilder.Ignore<JournalEntry>().Ignore<Hearing>().Ignore<Facts>().Ignore<Decision>().Ignore<DeadlineBook>();
        CompanyMapping.Map(modelBuilder);
        HeadMapping.Map(modelBuilder);
        CustomerMapping.Map(modelBuilder);
        EquipmentMapping.Map(modelBuilder);
        RequestMapping.Map(modelBuilder);
        PromiseMapping.Map(modelBuilder);
        AccountMapping.Map(modelBuilder);
        PaperMapping.Map(modelBuilder);
        ApprovalMapping.Map(modelBuilder);
        ModelConventions.Apply(modelBuilder);
    }
}

public sealed class SqliteServiceDb(DbContextOptions<SqliteServiceDb> options) : ServiceDb(options)
{
    public override bool IsSqlite => true;
}

public sealed class PostgresServiceDb(DbContextOptions<PostgresServiceDb> options) : ServiceDb(options)
{
    public override bool IsSqlite => false;
}
