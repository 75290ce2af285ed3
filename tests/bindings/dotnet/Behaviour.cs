// What a program does with events and a book: settings, keys, changes, exports; use after the end, threads, memory.
//
//     Behaviour VECTORS
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Tillwire;

static class Behaviour
{
    const string Token = "the token that was agreed with Atlas";
    static readonly DateTimeOffset Now = new DateTimeOffset(2026, 6, 18, 3, 0, 0, TimeSpan.Zero);
    static string vectors;

    static byte[] Vector(string name)
    {
        return File.ReadAllBytes(Path.Combine(vectors, name));
    }

    static Headers Bearer(string token)
    {
        var headers = new Headers();
        headers.Add("authorization", "Bearer " + token);
        return headers;
    }

    static Event Decoded(Platform platform, string name, string type)
    {
        var settings = new VerifierSettings(platform) { ExpectEvent = type };
        settings.Secrets.Add(Token);
        using (var verifier = new Verifier(settings))
            return verifier.DecodeUnverified(Vector(name));
    }

    static void AnOrderIsRead()
    {
        using (var verifier = new Verifier(Platform.Atlas, "an older token", Token))
        using (var headers = Bearer(Token))
        using (var told = verifier.Open(headers, Vector("atlas/order-event.json"), Now))
        {
            Shared.Same(told.Kind, EventKind.OrderChanged, "the kind");
            Shared.Same(told.SecretIndex, 1, "the secret");
            Shared.Same(told.Assurance, Assurance.SenderOnly, "the assurance");
            var order = told.Orders.Single();
            Shared.Same(order.Reference, "A123", "the reference");
            Shared.Same(order.Total, new Money(35.42m, "SGD"), "the total");
            Shared.Same(order.Total.Value.ToMinor(), 3542L, "the cents");
            Shared.Same(order.CreatedAt, new DateTimeOffset(2026, 6, 18, 10, 15, 30, TimeSpan.FromHours(8)), "the time");
            Shared.Same(order.CreatedAt.Value.Offset, TimeSpan.FromHours(8), "its offset");
            Shared.Same(order.Fulfilment.Value.Name(), "delivery", "the name of a code");
            Shared.Same(string.Join("; ", order.Lines.Select(line => Money.Quantity(line.Quantity.Value) + " x " + line.Name)),
                "1 x Chicken bowl; 1 x Add avocado", "the lines");
            Shared.Same(order.Lines[1].Parent, 0, "the parent");
            Shared.Same(order.Lines[0].Tags.Single(), "lunch", "the tags");
            Shared.Same(told.Raw("$.order_items[0].name"), "\"Chicken bowl\"", "a value by its path");
            Shared.Same(told.Raw("$.nothing"), null, "what is not there");
            Shared.Same(told.Key(EventKey.Content).Length, 64, "the key");
            Shared.Throws<ArgumentOutOfRangeException>(() => order.Lines[2].Name.ToString(), "a line after the last");
            Shared.Throws<ArgumentOutOfRangeException>(() => order.Lines[-1].Name.ToString(), "a line before the first");
        }
    }

    static void RefusalsSayWhy()
    {
        using (var verifier = new Verifier(Platform.Atlas, Token))
        using (var headers = Bearer("guessed"))
        {
            var refusal = Shared.Throws<TillwireException>(() => verifier.Open(headers, new byte[2], Now), "a forgery");
            Shared.Same(refusal.Status, Status.SignatureMismatch, "the status");
            Shared.Expect(refusal.Hint.Length > 0 && refusal.ToString().Contains(refusal.Hint), "there is a hint");
            Shared.Expect(!refusal.ToString().Contains(Token), "no secret is told");
            var answer = verifier.Answer(refusal.Status);
            Shared.Same(answer.HttpStatus, 401, "the answer");
            Shared.Expect(answer.Body.Length > 0 && answer.Body[0] == '{', "the answer is JSON");
            Shared.Same(verifier.Answer(Status.Ok).HttpStatus, 200, "the answer to what was taken");
            Shared.Same(verifier.Answer(Status.Shape, true).HttpStatus, 200, "the answer to what is kept");
            var broken = Shared.Throws<TillwireException>(
                () => verifier.DecodeUnverified(Encoding.ASCII.GetBytes("{\"a\": ]")), "no JSON");
            Shared.Same(broken.Status, Status.NotJson, "the status");
            Shared.Same(broken.Offset, 6L, "the offset");
        }
        Shared.Same(Shared.Throws<TillwireException>(() => new Verifier(Platform.Fire, "a "), "a space").Status, Status.Secret,
            "the status of a secret with a space");
        Shared.Same(Shared.Throws<TillwireException>(() => new Verifier((Platform)99, "a"), "no platform").Status,
            Status.Argument, "the status of a platform that there is not");
    }

    static void TextsAreCheckedAndExact()
    {
        using (var headers = new Headers())
        {
            Shared.Throws<ArgumentException>(() => headers.Add("a\0b", "c"), "U+0000 in a name");
            Shared.Throws<ArgumentException>(() => headers.Add("\ud800", "c"), "half of a surrogate pair");
            Shared.Throws<ArgumentNullException>(() => headers.Add("a", (string)null), "null for a text");
            headers.Add("X-Name", "Löwe \U0001F981");
            Shared.Same(headers.ToList().Single().Value, "Löwe \U0001F981", "text beyond ASCII");
            headers.SetLimit(1);
            Shared.Same(Shared.Throws<TillwireException>(() => headers.Add("b", "c"), "too many").Status, Status.HeaderFormat,
                "the status");
        }
    }

    // Every form in which a program of .NET gets headers.
    static void HeadersComeInManyForms()
    {
        var collection = new System.Collections.Specialized.NameValueCollection { { "X-A", "1" }, { "X-A", "2" }, { "X-B", "3" } };
        var pairs = collection.AllKeys.SelectMany(name => collection.GetValues(name), (name, value) => Pair(name, value));
        var lists = collection.AllKeys.Select(name => Pair<IEnumerable<string>>(name, collection.GetValues(name)));
        // As StringValues of ASP.NET Core: a type of its own that lists texts.
        var own = collection.AllKeys.ToDictionary(name => name, name => new List<string>(collection.GetValues(name)));
        foreach (var make in new Func<Headers>[]
        {
            () => Headers.Of(collection), () => Headers.Of(pairs), () => Headers.Of(lists), () => Headers.Of(own),
        })
        {
            using (var headers = make())
                Shared.Same(string.Join(" ", headers.ToList().Select(header => header.Key + "=" + header.Value)).ToLower(),
                    "x-a=1 x-a=2 x-b=3", "the headers");
        }
        var wrong = Shared.Throws<TillwireException>(() => Headers.Of(new[] { Pair("a b", "c") }), "a name with a space");
        Shared.Same(wrong.Status, Status.HeaderFormat, "the status");
    }

    static KeyValuePair<string, T> Pair<T>(string name, T value)
    {
        return new KeyValuePair<string, T>(name, value);
    }

    static void MoneyIsExact()
    {
        Shared.Same(new Money(28.5m, "SGD").ToString(), "28.50", "dollars");
        Shared.Same(new Money(1200m, "JPY").ToString(), "1200", "yen");
        Shared.Same(new Money(1.234m, "KWD").ToMinor(), 1234L, "fils");
        Shared.Same(Money.Digits(null), 2, "digits without a currency");
        Shared.Same(new Money(-0.01m, null).ToMinor(2), -1L, "a negative amount");
        Shared.Same(new Money(1.50m, "SGD"), new Money(1.5m, "SGD"), "zeros at the end");
        Shared.Same(Money.Quantity(1.50m), "1.5", "a quantity");
        Shared.Same(new Money(long.MinValue, null).ToMinor(0), long.MinValue, "the least amount");
        Shared.Same(Shared.Throws<TillwireException>(() => new Money(0.125m, "SGD").ToMinor(), "an eighth").Status,
            Status.Inexact, "the status");
        Shared.Same(Shared.Throws<TillwireException>(() => new Money(decimal.MaxValue, null).ToMinor(0), "too much").Status,
            Status.Range, "the status");
        Shared.Same(new Money(1m, "sgd"), new Money(1m, "SGD"), "a currency in lower case");
        Shared.Same(new Money(decimal.MaxValue, "SGD").ToString(), "79228162514264337593543950335", "too much, as text");
        foreach (var currency in new[] { "SG", "SGDX", "S1D", "SG\u20ac" })
            Shared.Throws<ArgumentException>(() => new Money(1m, currency).ToString(), "the currency " + currency);
    }

    static Event Total(string amount)
    {
        var body = "{\"order_id\":1,\"identifier\":\"A1\",\"total_including_tax\":" + amount +
            ",\"state\":\"confirmed\",\"order_items\":[{\"currency\":\"SGD\",\"name\":\"Tea\",\"quantity\":1}]}";
        using (var verifier = new Verifier(Platform.Atlas, Token))
            return verifier.DecodeUnverified(Encoding.UTF8.GetBytes(body));
    }

    // An amount that does not fit costs nothing else of the order, is never another amount, and its text is at hand.
    static void AmountsThatDoNotFitAreNotLost()
    {
        // The units of the second have more than 64 bits, those of the third all that a decimal has.
        foreach (var amount in new[] { "92233720368547758.07", "92233720368547758.08", "-7922816251426433759354395.0335" })
        {
            using (var told = Total(amount))
            {
                var total = told.Orders[0].Total.Value;
                Shared.Same(total.Amount, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "the amount");
                Shared.Same(total.ToString(), amount, "the amount as text");
                Shared.Same(total.Currency, "SGD", "the currency");
                Shared.Same(told.Raw("$.total_including_tax"), amount, "its text");
            }
        }
        using (var told = Total("92233720368547758.08"))
        {
            var beyond = Shared.Throws<TillwireException>(() => told.Amount("$.total_including_tax"), "more than 64 bits by path");
            Shared.Same(beyond.Status, Status.Range, "the status");
            var cents = Shared.Throws<TillwireException>(() => told.Orders[0].Total.Value.ToMinor(), "more than 64 bits of cents");
            Shared.Same(cents.Status, Status.Range, "the status");
        }
        // Beyond what a decimal holds.
        using (var told = Total("79228162514264337593543950336"))
        {
            Shared.Same(told.Orders[0].Total, null, "the total");
            Shared.Same(told.Problems.Single().Code, ProblemCode.AmountOutOfRange, "what is odd");
            Shared.Same(told.Problems.Single().Path, "$.total_including_tax", "where");
            Shared.Same(told.Raw("$.total_including_tax"), "79228162514264337593543950336", "its text");
            Shared.Same(told.Orders[0].Lines[0].Name, "Tea", "the rest of the order");
        }
    }

    static void TimesKeepTheirOffset()
    {
        var time = new DateTimeOffset(2026, 6, 18, 10, 15, 30, 250, TimeSpan.FromMinutes(330));
        Shared.Same(new Timestamp(time).ToString(), "2026-06-18T10:15:30.25+05:30", "a time as text");
        Shared.Same(new Timestamp(time).ToDateTimeOffset(), time, "there and back");
        Shared.Same(new Timestamp(-1, null).ToDateTimeOffset().Year, 1969, "before 1970");
        Shared.Same(new Timestamp(new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(1)).UnixMilliseconds,
            -1000L, "down to the millisecond");
        Shared.Same(Shared.Throws<TillwireException>(() => new Timestamp(long.MaxValue, null).ToDateTimeOffset(), "too late")
            .Status, Status.Range, "the status");
        Shared.Expect(new Timestamp(1, null) == new Timestamp(1, null) && new Timestamp(1, null) != new Timestamp(1, TimeSpan.Zero),
            "an offset that is stated is another time");
    }

    static void SettingsAreApplied()
    {
        var settings = new VerifierSettings(Platform.Atlas)
        {
            Scheme = Scheme.Header, SignatureHeader = "X-Key", BodyBytes = 100000, Depth = 32,
        };
        settings.Secrets.Add(Token);
        settings.Stores.Add("9999", "ours");
        settings.Locations.Add("$", "$.body");
        settings.Scales.Add("SGD", 2);
        settings.SwitchToleranceOff();
        Shared.Same(settings.ToleranceSeconds, -1L, "the tolerance");
        for (var twice = 0; twice < 2; twice++)
        {
            using (var verifier = new Verifier(settings))
            using (var headers = new Headers())
            {
                headers.Add("x-key", Token);
                var body = "{\"body\":" + Encoding.UTF8.GetString(Vector("atlas/order-event.json")) + "}";
                using (var told = verifier.Open(headers, Encoding.UTF8.GetBytes(body), Now))
                {
                    Shared.Same(told.Orders.Single().Reference, "A123", "the reference of a wrapped order");
                    Shared.Expect(told.Problems.Any(problem => problem.Code == ProblemCode.UnmappedStore), "the store is odd");
                }
            }
        }
        settings.Depth = -1;
        Shared.Same(Shared.Throws<TillwireException>(() => new Verifier(settings), "a depth").Status, Status.Setting, "the status");
        settings.Depth = null;
        settings.Dictionaries.Add(Vocabulary.AtlasState, new byte[0]);
        Shared.Same(Shared.Throws<TillwireException>(() => new Verifier(settings), "no dictionary").Status, Status.Argument,
            "the status");
    }

    static void CodesAndWordsHaveNames()
    {
        Shared.Same(Status.NotJson.Name(), "not_json", "the name of a status");
        Shared.Same(((Progress)12345).Name(), null, "the name of a code that there is not");
        Shared.Same(((Progress)12345).ToString(), "12345", "an unknown code keeps its number");
        var words = Word.Of(Vocabulary.KlikitOrderStatus);
        Shared.Expect(words.Count > 3 && words.All(word => word.Code != null && word.Name != null), "there are words");
        Shared.Expect(words.Any(word => word.Meaning == (long)Progress.Accepted), "a word has a meaning");
        Shared.Same(Word.Of((Vocabulary)9999).Count, 0, "words of no vocabulary");
        Shared.Expect(TillwireLibrary.Version.StartsWith("0."), "the version");
    }

    static void ABookSaysWhatToDo()
    {
        using (var book = new OrderBook())
        using (var lunch = Decoded(Platform.Klikit, "klikit/order-lunch.json", "klikit.order.created.v2"))
        {
            string id, export;
            using (var changes = book.Apply("shop", lunch, Now))
            {
                var change = changes.Single();
                Shared.Same(change.Verdict, Verdict.New, "the verdict");
                Shared.Same(change.Action, TillAction.Print, "the action");
                Shared.Same(change.Platform, Platform.Klikit, "the platform");
                Shared.Same(change.Before, null, "what was before");
                Shared.Same(change.Account, "shop", "the account");
                Shared.Expect(change.Now.Lines.Count > 0 && change.Lines.Count == 0, "there are lines, none of them changed");
                Shared.Expect(changes.Json().StartsWith("["), "changes as JSON");
                id = change.OrderId;
            }
            using (var again = book.Apply("shop", lunch, Now))
                Shared.Same(again.Single().Verdict, Verdict.Duplicate, "the verdict of a repeat");
            Shared.Same(book.Orders, 1L, "orders");
            Shared.Same(book.Duplicate, 1L, "repeats");
            Shared.Expect(book.Contains("shop", Platform.Klikit, id), "the book has the order");
            Shared.Expect(!book.Contains("another", Platform.Klikit, id), "another account has not");
            var order = book.Order("shop", Platform.Klikit, id);
            using (var held = book.Held())
                SameFields(order, held.Single().Now);
            Shared.Same(book.Order("shop", Platform.Fire, id), null, "an order that the book has not");
            Shared.Same(book.MayAsk("shop", Platform.Klikit, id, Ask.Cancel, "out_of_items").Permission, Permission.Allowed,
                "cancelling");
            var may = book.MayAsk("shop", Platform.Klikit, id, Ask.Cancel);
            Shared.Same(may.Permission, Permission.Refused, "cancelling without a reason");
            Shared.Expect(may.Reason.Length > 0, "there is a reason");
            Shared.Same(book.MayAsk("shop", Platform.Klikit, "no", Ask.Accept), null, "asking for an order that there is not");
            using (var none = book.ReadAgain(new Verifier(Platform.Klikit, Token)))
                Shared.Same(none.Count, 0, "orders that are further");
            export = book.Export();
            Shared.Same(book.Export("shop", Platform.Klikit, "no"), null, "an export of an order that there is not");
            Shared.Throws<ArgumentNullException>(() => book.Export("shop", Platform.Klikit, null), "an export without an id");
            Shared.Throws<ArgumentNullException>(() => book.Export(null, Platform.Klikit, null), "an export of no order");
            Shared.Expect(book.Remove("shop", Platform.Klikit, id), "it is removed");
            Shared.Expect(!book.Remove("shop", Platform.Klikit, id), "it is gone");
            Shared.Expect(order.Reference != null, "a copy stays");
            Shared.Same(book.Import(export), 1L, "orders of the export");
            using (var again = book.Apply("shop", lunch, Now))
                Shared.Same(again.Single().Verdict, Verdict.Duplicate, "the verdict after an import");
            Shared.Same(Shared.Throws<TillwireException>(() => book.Import("{}"), "no export").Status, Status.Export, "the status");
            book.MostOrders = 5;
            Shared.Same(book.MostOrders, 5L, "most orders");
            Shared.Same(Shared.Throws<TillwireException>(() => book.MostOrders = 0, "no orders").Status, Status.Setting,
                "the status");
        }
    }

    static void LinesThatChangedAreTold()
    {
        using (var book = new OrderBook())
        using (var verifier = new Verifier(Platform.Klikit, Token))
        {
            Func<string, string, Event> told = (type, body) =>
            {
                using (var headers = new Headers())
                {
                    headers.Add("x-klikit-event-type", type);
                    return verifier.DecodeUnverified(Encoding.UTF8.GetBytes(body), headers);
                }
            };
            var lunch = Encoding.UTF8.GetString(Vector("klikit/order-lunch.json"));
            using (var created = told("klikit.order.created.v2", lunch))
            using (var first = book.Apply("shop", created, Now))
            {
                var id = first.Single().OrderId;
                var emptied = "{\"orders\":[{\"id\":" + id + ",\"cart\":[]}]}";
                using (var changed = told("klikit.order.cart.updated", emptied))
                using (var changes = book.Apply("shop", changed, Now))
                {
                    var change = changes.Single();
                    Shared.Same(change.Action, TillAction.Reprint, "the action");
                    Shared.Expect(change.Lines.Count > 0, "lines changed");
                    Shared.Same(change.Lines[0].Edit, LineEdit.Removed, "the edit");
                    Shared.Same(change.Lines[0].Now, null, "the line now");
                    Shared.Same(change.Lines[0].Before.Name, first.Single().Now.Lines[0].Name, "the line before");
                }
            }
        }
    }

    // Every field of two orders says the same.
    static void SameFields(Order left, Order right)
    {
        Shared.Same(PropertyJson.Of(left), PropertyJson.Of(right), "the copy of an order");
    }

    static void NothingIsReadAfterItsEnd()
    {
        var told = Decoded(Platform.Atlas, "atlas/order-event.json", null);
        var order = told.Orders[0];
        var line = order.Lines[0];
        told.Dispose();
        told.Dispose();
        Shared.Throws<ObjectDisposedException>(() => told.Kind.ToString(), "the kind of an event that has ended");
        Shared.Throws<ObjectDisposedException>(() => told.Orders.ToList(), "its orders");
        Shared.Throws<ObjectDisposedException>(() => told.Json(), "its JSON");
        Shared.Throws<ObjectDisposedException>(() => told.Body(), "its body");
        Shared.Throws<ObjectDisposedException>(() => told.Key(EventKey.Content), "its key");
        Shared.Throws<ObjectDisposedException>(() => order.Total.ToString(), "an order of it");
        Shared.Throws<ObjectDisposedException>(() => line.Name.ToString(), "a line of it");
        Shared.Throws<ObjectDisposedException>(() => line.Tags.ToString(), "a list of it");
        var book = new OrderBook();
        Shared.Throws<ObjectDisposedException>(() => book.Apply("a", told), "an event that has ended");
        Changes changes;
        using (var other = Decoded(Platform.Atlas, "atlas/order-event.json", null))
            changes = book.Apply("a", other, Now);
        var change = changes[0];
        book.Dispose();
        Shared.Same(change.Now.Reference, "A123", "changes stand on their own");
        Shared.Throws<ObjectDisposedException>(() => book.Orders.ToString(), "a book that has ended");
        Shared.Throws<ObjectDisposedException>(() => book.Held(), "its orders");
        changes.Dispose();
        Shared.Throws<ObjectDisposedException>(() => changes.Count.ToString(), "changes that have ended");
        Shared.Throws<ObjectDisposedException>(() => change.OrderId.ToString(), "one of them");
        Shared.Throws<ObjectDisposedException>(() => change.Now.ToString(), "its order");
        Shared.Throws<ObjectDisposedException>(() => change.Lines.ToList(), "its lines");
        var verifier = new Verifier(Platform.Atlas, Token);
        var headers = new Headers();
        headers.Dispose();
        Shared.Throws<ObjectDisposedException>(() => headers.Add("a", "b"), "headers that have ended");
        Shared.Throws<ObjectDisposedException>(() => headers.ToList(), "reading them");
        Shared.Throws<ObjectDisposedException>(() => verifier.Open(headers, new byte[0]), "opening with them");
        verifier.Dispose();
        Shared.Throws<ObjectDisposedException>(() => verifier.DecodeOrders(new byte[0]), "a verifier that has ended");
        Shared.Throws<ObjectDisposedException>(() => verifier.Answer(Status.Ok), "its answer");
        Shared.Throws<ObjectDisposedException>(() => verifier.Sign(new byte[0]), "its signature");
    }

    // Nothing but what is asked for refers to the events, changes and books from which it comes.
    static List<Func<object>> Orphans()
    {
        var told = Decoded(Platform.Atlas, "atlas/order-event.json", null);
        var book = new OrderBook();
        var changes = book.Apply("a", told, Now);
        var orders = told.Orders;
        var line = orders[0].Lines[1];
        var lines = changes[0].Now.Lines;
        var kept = book.Order("a", Platform.Atlas, "98765");
        return new List<Func<object>> { () => orders[0].Lines[1].Name, () => line.Name, () => lines[1].Name, () => kept.Lines[1].Name };
    }

    static void ChildrenKeepTheirParents()
    {
        var orphans = Enumerable.Range(0, 20).SelectMany(number => Orphans()).ToList();
        for (var round = 0; round < 3; round++)
        {
            Resident();
            foreach (var orphan in orphans)
                Shared.Same(orphan(), "Add avocado", "a line whose event was forgotten");
        }
    }

    // Runs a piece of work on several threads at once, and passes on what goes wrong.
    static void OnThreads(Action<int> work)
    {
        var problems = new List<Exception>();
        var threads = Enumerable.Range(0, 4).Select(number => new Thread(() =>
        {
            try
            {
                work(number);
            }
            catch (Exception problem)
            {
                lock (problems)
                    problems.Add(problem);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (problems.Count > 0)
            throw new InvalidOperationException(problems[0].ToString());
    }

    static void ThreadsShareEverything()
    {
        var body = Vector("atlas/order-event.json");
        using (var verifier = new Verifier(Platform.Atlas, Token))
        using (var headers = Bearer(Token))
        using (var shared = verifier.Open(headers, body, Now))
        using (var book = new OrderBook())
        {
            OnThreads(number =>
            {
                for (var round = 0; round < 100; round++)
                {
                    Shared.Same(shared.Orders[0].Lines[1].Name, "Add avocado", "a name");
                    using (var told = verifier.Open(headers, body, Now))
                    using (var changes = book.Apply("account " + number, told, Now))
                        Shared.Same(changes[0].Verdict, round == 0 ? Verdict.New : Verdict.Duplicate, "the verdict");
                    Shared.Expect(book.Order("account " + number, Platform.Atlas, "98765").Total != null, "a total");
                }
            });
            Shared.Same(book.Orders, 4L, "orders");
        }
        // Whoever reads while another thread ends it gets the text or an exception.
        for (var round = 0; round < 50; round++)
        {
            var told = Decoded(Platform.Atlas, "atlas/order-event.json", null);
            var order = told.Orders[0];
            OnThreads(number =>
            {
                if (number == 0)
                {
                    told.Dispose();
                    return;
                }
                try
                {
                    for (var reads = 0; reads < 100; reads++)
                        Shared.Same(order.Reference, "A123", "a text");
                }
                catch (ObjectDisposedException)
                {
                }
            });
        }
    }

    static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using (var process = System.Diagnostics.Process.GetCurrentProcess())
            return process.WorkingSet64 / 1024;
    }

    static void Cycle(Verifier verifier, byte[] body, OrderBook book, bool ended)
    {
        var headers = Bearer(Token);
        headers.Add("X-Padding", new string('x', 4000));
        var told = verifier.Open(headers, body, Now);
        var changes = book.Apply("a", told, Now);
        Shared.Expect(changes[0].Now.Lines[0].Name != null && told.Json().Length > 100, "it is read");
        for (var errors = 0; errors < 10; errors++)
            Shared.Throws<TillwireException>(() => verifier.DecodeOrders(new byte[0]), "an empty answer");
        // What is forgotten is freed by its finalizer.
        if (!ended)
            return;
        changes.Dispose();
        told.Dispose();
        headers.Dispose();
    }

    // What has no part in a delivery.
    static void OtherCycle(byte[] body, OrderBook book, bool ended)
    {
        var settings = new AccountSettings(Platform.Klikit) { Key = "a-key" };
        settings.Secrets.Add("a-secret");
        var client = new Client(settings);
        var call = client.Prepare(Operation.KlikitOrder, new Arguments { { Parameter.Id, "1" } });
        call.Begin();
        Shared.Expect(call.Headers().Count > 1 && call.Request.Url.EndsWith("/1"), "there is a request");
        Shared.Expect(call.After(Failure.NoConnection, TimeSpan.Zero) != null, "it is to be sent again");
        var poller = new Poller(Platform.Klikit, "a");
        Shared.Expect(poller.Export().Length > 10, "it is kept");
        var verifier = new Verifier(Platform.Fire, "a-secret");
        var signed = verifier.Sign(body);
        var copy = book.Order("a", Platform.Atlas, "98765");
        Shared.Expect(signed.ToList().Count > 0 && copy.Lines.Count == 2, "it is read");
        Shared.Throws<TillwireException>(() => client.Prepare(Operation.FireOrders), "another platform's");
        if (!ended)
            return;
        call.Dispose();
        client.Dispose();
        poller.Dispose();
        verifier.Dispose();
        signed.Dispose();
    }

    static void MemoryStaysFlat()
    {
        var body = Vector("atlas/order-event.json");
        using (var verifier = new Verifier(Platform.Atlas, Token))
        using (var book = new OrderBook())
        {
            foreach (var ended in new[] { true, false })
            {
                for (var round = 0; round < 2000; round++)
                {
                    Cycle(verifier, body, book, ended);
                    OtherCycle(body, book, ended);
                }
                var before = Resident();
                for (var round = 0; round < 6000; round++)
                {
                    Cycle(verifier, body, book, ended);
                    OtherCycle(body, book, ended);
                    if (round % 500 == 0)
                        Resident();
                }
                var grown = Resident() - before;
                // Of each thing, 6,000 are larger.
                Shared.Expect(grown < 12000, "memory is flat: " + grown + " KB more after 6000 deliveries");
                Console.WriteLine("{0} KB more after 6000 deliveries that were {1}", grown, ended ? "ended" : "forgotten");
            }
        }
    }

    static void TheLoaderKnowsItsFolders()
    {
        var loader = typeof(Verifier).Assembly.GetType("Tillwire.NativeLoader");
        var flags = System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static;
        var folders = (IEnumerable<string>)loader.GetMethod("Folders", flags).Invoke(null, null);
        Shared.Same(folders.Single(), Path.GetDirectoryName(typeof(Verifier).Assembly.Location), "the folder of the assembly");
        var packaged = (string[])loader.GetField("Packaged", flags).GetValue(null);
        Shared.Expect(packaged.Contains(loader.GetProperty("Rid", flags).GetValue(null)), "the package has a library for here");
        Func<string, string> files = rid => string.Join(" ",
            ((IEnumerable<string>)loader.GetMethod("Candidates", flags).Invoke(null, new object[] { "app", rid }))
                .Select(file => Path.GetDirectoryName(file).Replace('\\', '/')));
        Shared.Same(files("win-x64"), "app/x64 app/runtimes/win-x64/native", "the folders for 64-bit Windows");
        Shared.Same(files("win-x86"), "app/x86 app/runtimes/win-x86/native", "the folders for 32-bit Windows");
    }

    static void Main(string[] arguments)
    {
        vectors = arguments[0];
        foreach (var test in new Action[]
        {
            AnOrderIsRead, RefusalsSayWhy, TextsAreCheckedAndExact, HeadersComeInManyForms, MoneyIsExact,
            AmountsThatDoNotFitAreNotLost, TimesKeepTheirOffset, SettingsAreApplied, CodesAndWordsHaveNames,
            ABookSaysWhatToDo, LinesThatChangedAreTold, NothingIsReadAfterItsEnd, ChildrenKeepTheirParents,
            ThreadsShareEverything, MemoryStaysFlat, TheLoaderKnowsItsFolders,
        })
        {
            test();
            Console.WriteLine("ok: {0}", test.Method.Name);
        }
    }
}
