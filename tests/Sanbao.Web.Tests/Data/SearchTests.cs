using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Search;
using Sanbao.Domain.Kernel;

namespace Sanbao.Web.Tests.Data;

public class SearchTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Words_are_found_as_a_clerk_types_them(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var bearing = await test.CreateAsync(A.Request("轴承异响，停机"));
        var axis = await test.CreateAsync(A.Request("数控机床12轴联动报警 ABC-123"));
        var parted = await test.CreateAsync(A.Request("主轴，承座松动"));
        await using var db = test.Open();
        async Task<string[]> Find(string typed) =>
            [.. (await (await db.SearchRequestsAsync(typed)).Matches.OrderBy(r => r.Seq).ToListAsync()).Select(r => r.Number)];

        (await Find("轴承")).ShouldBe([bearing]);
        (await Find("12轴")).ShouldBe([axis]);
        (await Find("轴")).ShouldBe([bearing, axis, parted]);
        (await Find("ABC-123")).ShouldBe([axis]);
        (await Find("ａｂｃ－１２３")).ShouldBe([axis]);
        (await Find("异响 停机")).ShouldBe([bearing]);
        (await Find("停机 报警")).ShouldBeEmpty();
        (await Find("FW-2026-000003")).ShouldBe([parted]);
        (await Find("，😀'\"")).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_word_in_very_many_requests_gives_the_same_rows_from_the_matches_and_along_an_order(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await Task.WhenAll(Enumerable.Range(0, 1100).Select(n => test.CreateAsync(A.Request(n % 10 == 0 ? "漏油" : "轴承异响"))));
        await using var db = test.Open();
        foreach (var (typed, count) in new[] { ("轴承", 990), ("漏油", 110), ("FW-2026", 1100) })
        {
            var found = await db.SearchRequestsAsync(typed);
            var walked = await found.Walked.OrderBy(r => r.NextDue).ThenBy(r => r.Seq).Select(r => r.Seq).ToListAsync();
            walked.ShouldBe(await found.Matches.OrderBy(r => r.NextDue).ThenBy(r => r.Seq).Select(r => r.Seq).ToListAsync());
            walked.Count.ShouldBe(count);
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Changed_words_are_found_and_old_ones_are_not(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var customer = A.Customer("苏州水务");
        await test.Writer.CreateAsync(creation => { creation.Add(customer); return true; });
        await test.Writer.RunAsync(async db => (await db.Customers.SingleAsync()).Change(new() { Name = "昆山水务" }, A.Clerk, A.Now));
        await using var db = test.Open();
        (await db.SearchCustomers("昆山").CountAsync()).ShouldBe(1);
        (await db.SearchCustomers("苏州").CountAsync()).ShouldBe(0);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Typing_a_serial_phone_name_or_contract_finds_the_unit_or_customer(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var (customer, product) = (A.Customer(), A.Product());
        customer.AddContact("李工", "138 1234 5678", null, null, A.Clerk, A.Now);
        var contract = Sanbao.Domain.Customers.Contract.Create(customer.Id, new() { Number = "HT-2024-88" }, A.Clerk, A.Now);
        await test.Writer.CreateAsync(creation =>
        {
            creation.Add(customer);
            creation.Add(product);
            creation.Add(A.Unit(product, customer));
            creation.Add(contract);
            return true;
        });
        await using var db = test.Open();
        async Task<LookupHit> Find(string typed) => (await db.LookUpAsync(typed, A.Clerk)).ShouldHaveSingleItem();

        (await Find("ye3-2024")).Kind.ShouldBe(LookupKind.Equipment);
        (await Find("138-1234")).CustomerId.ShouldBe(customer.Id);
        (await Find("0512 6788")).Kind.ShouldBe(LookupKind.Customer);
        (await Find("轨道")).CustomerName.ShouldBe("苏州轨道交通");
        (await Find("李工")).CustomerId.ShouldBe(customer.Id);
        (await Find("ht-20")).ContractNumber.ShouldBe("HT-2024-88");
        (await db.LookUpAsync("ye3-2024", A.Clerk with { Roles = ["customer"], Customer = Guid.NewGuid() })).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_telephone_is_found_on_customer_contact_and_request_however_it_is_said(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var customer = A.Customer("甲电器", "0512-65551111/13800002222");
        customer.AddContact("甲某", "86-137-0000-5555", null, null, A.Clerk, A.Now);
        customer.AddContact("乙某", "0512-65552222转802、65553333", null, null, A.Clerk, A.Now);
        var other = A.Customer("乙机械", "１３９００００３３３３　１３９ ０００ ０４４４４");
        await test.Writer.CreateAsync(creation => { creation.Add(customer); creation.Add(other); return true; });
        var number = await test.CreateAsync(A.Request(customer: other));
        await using var db = test.Open();

        foreach (var typed in new[]
        {
            "0512-65551111", "051265551111", "(0512) 6555 1111", "65551111", "+86 512 6555 1111",
            "0086-512-65551111", "6555 1111", "0512-6555",
            "13800002222", "138-0000-2222", "+8613800002222", "013800002222", "8613700005555", "137 0000 5555", "13700",
            "0512-65552222", "0512-65552222转802", "0512 65552222 ext. 7", "65552222-802", "051265553333", "甲某 137-0000-5555",
        })
            (await db.LookUpAsync(typed, A.Clerk)).ShouldHaveSingleItem(typed).CustomerId.ShouldBe(customer.Id, typed);
        foreach (var typed in new[] { "0513-65551111", "13800002223", "0512-6556" })
            (await db.LookUpAsync(typed, A.Clerk)).ShouldBeEmpty(typed);
        (await db.LookUpAsync("137-0000-5555", A.Clerk)).ShouldHaveSingleItem().Phone.ShouldBe("86-137-0000-5555");

        foreach (var typed in new[] { "13900003333", "0086 139 0000 3333", "139-0000-4444", "13900004444" })
            (await (await db.SearchRequestsAsync(typed)).Matches.SingleAsync()).Number.ShouldBe(number, typed);
        (await db.RequestsCalled("+86 139 0000 4444", null, "110").SingleAsync()).Number.ShouldBe(number);
        (await db.RequestsCalled("110", "").CountAsync()).ShouldBe(0);
        // Of another city, as far as anybody knows.
        (await db.CustomersCalled("65551111").CountAsync()).ShouldBe(0);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_serial_is_found_by_its_end_and_however_it_is_parted_or_drawn_and_a_model_by_its_beginning(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var (product, other) = (A.Product("IS125-80"), A.Product("YE3-160M"));
        var (unit, cyrillic) = (A.Unit(product, serial: "JC2310-00158"), A.Unit(other, serial: "\u041aТ-7\u04102"));
        await test.Writer.CreateAsync(creation =>
        {
            foreach (var document in new Document[] { product, other, unit, cyrillic }) creation.Add(document);
            return true;
        });
        var number = await test.CreateAsync(A.Request(unit: unit));
        await using var db = test.Open();

        foreach (var typed in new[]
        {
            "00158", "0158", "jc2310 00158", "JC231000158", "ｊｃ２３１０－００１５８", "JC2310–00158", "J\u04212310", "JC\u200b2310", "10-00158",
        })
        {
            (await db.LookUpAsync(typed, A.Clerk)).ShouldHaveSingleItem(typed).Serial.ShouldBe("JC2310-00158", typed);
            (await (await db.SearchRequestsAsync(typed)).Matches.SingleAsync()).Number.ShouldBe(number, typed);
        }
        (await db.LookUpAsync("KT-7A2", A.Clerk)).ShouldHaveSingleItem().Serial.ShouldBe(cyrillic.Serial);
        foreach (var typed in new[] { "158", "JC2310-00159", "2310001" }) (await db.LookUpAsync(typed, A.Clerk)).ShouldBeEmpty(typed);
        foreach (var typed in new[] { "IS125", "is 125", "IS12580", "Is125－8" })
            (await db.LookUpAsync(typed, A.Clerk)).ShouldHaveSingleItem(typed)
                .ShouldBe(new(LookupKind.Product, product.Id, "", "IS125-80", null, "", "", ""));
        if (kind is not Kind.Sqlite) return;
        var plan = await QueryPlan.OfAsync(db, db.SearchSerials("0158").OrderBy(u => u.SerialKey).Take(8).ToQueryString());
        plan.ShouldContain("serial_look>");
        plan.ShouldContain("serial_from_end>");
        plan.ShouldNotContain("SCAN e");
    }

    [Fact]
    public async Task What_only_looks_alike_is_another_unit()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var product = A.Product();
        await test.Writer.CreateAsync(creation =>
        {
            creation.Add(product);
            creation.Add(A.Unit(product, serial: "KA-1"));
            creation.Add(A.Unit(product, serial: "\u041aА-1"));
            return true;
        });
        await using var db = test.Open();
        (await db.LookUpAsync("KA-1", A.Clerk)).Count(h => h.Kind is LookupKind.Equipment).ShouldBe(2);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_name_is_found_by_pinyin_and_with_or_without_the_blank_in_it(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var (firm, person) = (A.Customer("重庆水务"), A.Customer("赵　敏"));
        firm.AddContact("孙 敏", null, null, null, A.Clerk, A.Now);
        var product = Sanbao.Domain.InstalledBase.Product.Create(new() { Line = "pump", Model = "绿源-2", Name = "离心泵" }, A.Clerk, A.Now);
        await test.Writer.CreateAsync(creation =>
        {
            foreach (var document in new Document[] { firm, person, product }) creation.Add(document);
            return true;
        });
        var number = await test.CreateAsync(A.Request(customer: person));
        await using var db = test.Open();

        foreach (var typed in new[] { "chongqing", "cqsw", "shuiwu", "ＣＱＳＷ", "孙敏", "孙　敏", "sunm" })
            (await db.LookUpAsync(typed, A.Clerk)).ShouldHaveSingleItem(typed).CustomerName.ShouldBe("重庆水务", typed);
        foreach (var typed in new[] { "赵敏", "赵 敏", "赵　敏", "zhaomin", "zm" })
            (await db.LookUpAsync(typed, A.Clerk)).ShouldHaveSingleItem(typed).CustomerName.ShouldBe("赵　敏", typed);
        foreach (var typed in new[] { "lxb", "lixin", "xinbeng", "lvyuan", "离心" })
            (await db.LookUpAsync(typed, A.Clerk)).ShouldHaveSingleItem(typed).Model.ShouldBe("绿源-2", typed);
        foreach (var typed in new[] { "赵敏", "赵 敏" })
            (await (await db.SearchRequestsAsync(typed)).Matches.SingleAsync()).Number.ShouldBe(number, typed);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Requests_that_owe_nothing_come_last_when_ordered_by_due(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await test.CreateAsync(A.Request());
        await using var db = test.Open();
        (await db.Requests.OrderBy(r => r.NextDue).ThenBy(r => r.Seq).FirstAsync(r => r.NextDue > A.Now)).NextDue.ShouldBe(Instant.Never);
    }

    [Theory]
    [InlineData("轴承异响，停机", "主轴承异响 停机检查")]
    [InlineData("数控机床12轴联动报警 ABC-123", "ａｂｃ 12 轴 报警")]
    [InlineData("轴", "轴承 轴")]
    [InlineData("😀 é漏油é", "漏 油 漏油")]
    [InlineData("", "轴承")]
    public void Texts_compared_by_marks_share_as_much_as_by_their_words(string one, string other)
    {
        string[] Words(string text) => [.. Bigrams.Words(text).Distinct()];
        Bigrams.Marks(one, []).Count.ShouldBe(Words(one).Length);
        Bigrams.Marks(other, [1, 2]).Count.ShouldBe(Words(other).Length);
        Bigrams.Marks(one, []).Intersect(Bigrams.Marks(other, [])).Count().ShouldBe(Words(one).Intersect(Words(other)).Count());
    }
}
