// Calls to simulated platforms: operations, errors, retries, pages, catching up, and HTTP of the program's own.
//
//     Calls NAMES    the file of NAME=VALUE lines that tillwire-sim prints
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Tillwire;

static class Calls
{
    static Dictionary<string, string> sim;

    static string Control(string path, string json = null)
    {
        using (var web = new WebClient())
        {
            web.Encoding = Encoding.UTF8;
            var address = sim["CONTROL"] + "/" + path;
            return json == null ? web.DownloadString(address) : web.UploadString(address, json);
        }
    }

    static string[] Actions()
    {
        return Regex.Matches(Control("actions"), "\"action\":\"([a-z_]+)\"").Cast<Match>()
            .Select(match => match.Groups[1].Value).ToArray();
    }

    static string[] Place(string platform, int count)
    {
        Control("reset", "{}");
        PlaceMore(platform, count);
        return Regex.Matches(Control("orders/" + platform), "[0-9]+").Cast<Match>().Select(match => match.Value).ToArray();
    }

    // Places orders of the last hour.
    static void PlaceMore(string platform, int count)
    {
        var first = new Timestamp(DateTimeOffset.UtcNow.AddHours(-1)).UnixMilliseconds;
        Control("orders", "{\"platform\": \"" + platform + "\", \"count\": " + count + ", \"first_ms\": " + first +
            ", \"step_ms\": 1000}");
    }

    static AccountSettings KlikitSettings()
    {
        var settings = new AccountSettings(Platform.Klikit, null)
        {
            Key = sim["KLIKIT_KEY"], ApiAddress = sim["KLIKIT"], Label = "shop", FirstWaitMs = 10, TotalMs = 20000,
        };
        settings.Secrets.Add(sim["KLIKIT_SECRET"]);
        return settings;
    }

    static Client Klikit()
    {
        return new Client(KlikitSettings());
    }

    static void AnOrderIsReadAndAccepted()
    {
        var id = Place("klikit", 1)[0];
        using (var client = Klikit())
        using (var book = new OrderBook())
        {
            using (var call = client.KlikitOrder(id))
            using (var orders = call.Orders())
            using (var changes = book.Apply("shop", orders))
            {
                Shared.Same(orders.Kind, EventKind.OrderRead, "the kind");
                Shared.Same(call.Reply.HttpStatus, 200, "the HTTP status");
                Shared.Same(call.Reply.Attempts, 1, "attempts");
                Shared.Same(call.Request.Method, "GET", "the method");
                Shared.Expect(call.Reply.Server != null && call.Raw("$") != null, "there is an answer");
                Shared.Same(changes.Single().OrderId, id, "the order");
            }
            using (var call = client.KlikitOrderStatus(id, "accepted"))
            {
                Shared.Same(call.Reply.Status, "accepted", "the status");
                Shared.Expect(call.Request.IdempotencyKey.Length > 10, "there is a key");
            }
            using (var call = book.Request(client, "shop", id, Ask.Ready))
                call.Send();
            Shared.Same(string.Join(" ", Actions()), "accepted ready", "the actions");
            Shared.Same(client.Sent, 3L, "requests");
            Shared.Same(client.CountAnswers(200), 3L, "answers");
            Shared.Throws<ArgumentOutOfRangeException>(() => client.CountAnswers(204), "no hundred");
            Shared.Expect(client.NextNote().Contains("200") && client.NextNote() != null, "there are notes");
        }
    }

    static void ErrorsSayWhatThePlatformSays()
    {
        Place("klikit", 1);
        using (var client = Klikit())
        using (var book = new OrderBook())
        {
            var missing = Shared.Throws<TillwireException>(() => client.KlikitOrder("1"), "an order that there is not");
            Shared.Same(missing.Status, Status.CallNotFound, "the status");
            Shared.Same(missing.HttpStatus, 404, "the HTTP status");
            Shared.Same(missing.MayBeDone, false, "whether it may be done");
            Shared.Same(missing.Stop, StopReason.Final, "why it was not tried again");
            Shared.Expect(missing.PlatformCode != null && missing.RequestId != null && missing.Answer != null, "its own words");
            Shared.Expect(!missing.ToString().Contains(missing.PlatformMessage), "its words are in no log");
            Shared.Same(client.Count(Status.CallNotFound), 1L, "calls that ended so");
            var unset = Shared.Throws<TillwireException>(
                () => client.Send(Operation.KlikitOrderStatus, new Arguments { { Parameter.Id, "1" } }), "no status");
            Shared.Same(unset.Status, Status.CallParameter, "the status");
            Shared.Same(unset.Parameter, Parameter.Status, "the parameter");
            Shared.Same(Shared.Throws<TillwireException>(() => client.Prepare(Operation.FireOrders), "another platform's").Status,
                Status.Argument, "the status");
            Shared.Same(book.Request(client, "shop", "1", Ask.Ready), null, "asking for an order that there is not");
        }
        var wrong = KlikitSettings();
        wrong.Secrets[0] = "another-secret";
        using (var client = new Client(wrong))
        {
            var refused = Shared.Throws<TillwireException>(() => client.KlikitBrands(), "a wrong secret");
            Shared.Same(refused.Status, Status.CallUnauthorized, "the status");
            Shared.Expect(!refused.ToString().Contains("another-secret"), "no secret is told");
        }
        wrong.ApiAddress = "http://127.0.0.1:9/";
        wrong.Attempts = 2;
        using (var client = new Client(wrong))
        {
            var unreached = Shared.Throws<TillwireException>(() => client.KlikitBrands(), "nobody there");
            Shared.Same(unreached.Status, Status.CallNoConnection, "the status");
            Shared.Same(unreached.Attempts, 2, "attempts");
            Shared.Same(client.Count(Failure.NoConnection), 2L, "attempts without a connection");
        }
        Shared.Same(wrong.PlatformVerifier, null, "the default");
        wrong.PlatformVerifier = true;
        Shared.Same(wrong.PlatformVerifier, true, "what is set");
        wrong.PlatformVerifier = null;
        wrong.ApiAddress = "http://platform.example/";
        using (var client = new Client(wrong))
            Shared.Same(Shared.Throws<TillwireException>(() => client.KlikitBrands(), "http").Status, Status.Setting, "the status");
    }

    static void AnActionHappensOnce()
    {
        var id = Place("klikit", 1)[0];
        Control("fault", "{\"fault\": \"drop_after_commit\", \"filter\": {\"platform\": \"klikit\", \"method\": \"PATCH\"}, \"times\": 2}");
        using (var client = Klikit())
        using (var call = client.KlikitOrderStatus(id, "accepted"))
        {
            Shared.Same(call.Reply.Attempts, 3, "attempts");
            Shared.Same(string.Join(" ", Actions()), "accepted", "the actions");
            using (var again = client.KlikitOrderStatus(id, "accepted", idempotencyKey: call.Request.IdempotencyKey))
                Shared.Same(again.Reply.HttpStatus, 200, "the same action again");
            Shared.Same(string.Join(" ", Actions()), "accepted", "the actions");
        }
    }

    static void AListIsReadByPage()
    {
        Place("klikit", 45);
        using (var client = Klikit())
        {
            var records = new HashSet<string>();
            var pages = 0;
            var arguments = new Arguments
            {
                { Parameter.Size, "20" }, { Parameter.From, Arguments.Written(DateTimeOffset.UtcNow.AddDays(-1)) },
            };
            foreach (var page in client.ReadPages(Operation.KlikitOrders, arguments))
            {
                pages++;
                Shared.Same(page.Pages.New, (long)page.Records().Count, "records of the page");
                foreach (var record in page.Records())
                    Shared.Expect(records.Add(record), "no record comes twice");
                Shared.Same(page.Pages.Records, (long)records.Count, "records so far");
            }
            Shared.Expect(pages >= 3 && records.Count >= 45, records.Count + " records on " + pages + " pages");
        }
    }

    static void ATillCatchesUp()
    {
        Place("klikit", 30);
        string export, kept;
        using (var client = Klikit())
        using (var book = new OrderBook())
        using (var poller = new Poller(Platform.Klikit, "shop"))
        {
            var news = 0;
            Action<Changes> count = changes => news += changes.Count(change => change.Verdict == Verdict.New);
            poller.Round(client, book, count);
            Shared.Expect(news >= 30, news + " orders are new");
            Shared.Same(book.Orders, (long)news, "orders");
            poller.Round(client, book, count);
            Shared.Same(book.Orders, (long)news, "orders after the second round");
            export = poller.Export();
            kept = book.Export();
        }
        using (var client = Klikit())
        using (var book = new OrderBook())
        using (var poller = new Poller(Platform.Klikit, "shop", export))
        {
            book.Import(kept);
            PlaceMore("klikit", 1);
            var verdicts = new List<Verdict?>();
            poller.Round(client, book, changes => verdicts.AddRange(changes.Select(change => change.Verdict)));
            Shared.Same(verdicts.Count(verdict => verdict == Verdict.New), 1, "new orders after a restart");
            Control("fault", "{\"fault\": {\"status\": 400}, \"filter\": {\"platform\": \"klikit\"}, \"times\": 1}");
            var problem = Shared.Throws<TillwireException>(() => poller.Round(client, book, changes => { }), "a failed call");
            Shared.Same(problem.HttpStatus, 400, "the HTTP status");
        }
        Shared.Same(Shared.Throws<TillwireException>(() => new Poller(Platform.Fire, "shop", export), "another's").Status,
            Status.Export, "the status");
    }

    static void FireIsAskedAfterALogin()
    {
        Place("fire", 2);
        var settings = new AccountSettings(Platform.Fire, null)
        {
            ApiAddress = sim["FIRE_API"], AppAddress = sim["FIRE_APP"], AccountId = sim["FIRE_ACCOUNT_ID"],
            VendorId = sim["FIRE_VENDOR"], ClientId = sim["FIRE_CLIENT_ID"], ClientSecret = sim["FIRE_CLIENT_SECRET"],
            TotalMs = 20000,
        };
        settings.Secrets.Add(sim["FIRE_API_KEY"]);
        using (var client = new Client(settings))
        using (var book = new OrderBook())
        using (var poller = new Poller(Platform.Fire, "fire"))
        {
            poller.Round(client, book, changes => { });
            Shared.Expect(book.Orders >= 2, "there are orders");
            using (var stores = client.FireStores(sim["FIRE_ACCOUNT"]))
                Shared.Same(stores.Reply.HttpStatus, 200, "the HTTP status");
        }
    }

    // The program's own HTTP: what WebRequest makes of a request of the library.
    static TimeSpan? SendOnce(Call call, Stopwatch clock)
    {
        var request = (HttpWebRequest)WebRequest.Create(call.Request.Url);
        request.Method = call.Request.Method;
        request.AllowAutoRedirect = false;
        foreach (var header in call.Headers())
        {
            if (header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                request.ContentType = header.Value;
            else if (header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase))
                request.Accept = header.Value;
            else if (header.Key.Equals("User-Agent", StringComparison.OrdinalIgnoreCase))
                request.UserAgent = header.Value;
            else
                request.Headers.Add(header.Key, header.Value);
        }
        if (call.Request.Body != null)
        {
            var body = Encoding.UTF8.GetBytes(call.Request.Body);
            using (var stream = request.GetRequestStream())
                stream.Write(body, 0, body.Length);
        }
        HttpWebResponse response;
        try
        {
            response = (HttpWebResponse)request.GetResponse();
        }
        catch (WebException problem) when (problem.Response != null)
        {
            response = (HttpWebResponse)problem.Response;
        }
        using (response)
        using (var headers = Headers.Of(response.Headers))
        using (var body = new MemoryStream())
        {
            response.GetResponseStream().CopyTo(body);
            return call.After((int)response.StatusCode, headers, body.ToArray(), clock.Elapsed);
        }
    }

    static void AProgramSendsByItself()
    {
        var id = Place("klikit", 1)[0];
        Control("fault", "{\"fault\": {\"status\": 503}, \"filter\": {\"platform\": \"klikit\", \"method\": \"PATCH\"}, \"times\": 1}");
        using (var client = Klikit())
        using (var call = client.Prepare(Operation.KlikitOrderStatus, new Arguments { { Parameter.Id, id } }))
        {
            call.Set(Parameter.Status, "accepted");
            Shared.Throws<ArgumentException>(() => call.Begin(new byte[15]), "15 random bytes");
            call.Begin(Enumerable.Range(0, 16).Select(number => (byte)number).ToArray());
            Shared.Same(call.Request.Attempt, 1, "the attempt");
            Shared.Same(Shared.Throws<TillwireException>(() => call.Set(Parameter.Id, "2"), "a change").Status, Status.State,
                "the status");
            var clock = Stopwatch.StartNew();
            var wait = SendOnce(call, clock);
            Shared.Expect(wait != null && wait.Value > TimeSpan.Zero, "it is to be tried again");
            Shared.Same(call.Request.Attempt, 2, "the attempt");
            Shared.Same(SendOnce(call, clock), null, "a wait after the reply");
            Shared.Same(call.Reply.Status, "accepted", "the status");
            Shared.Same(string.Join(" ", Actions()), "accepted", "the actions");
        }
        using (var client = Klikit())
        using (var call = client.Prepare(Operation.KlikitBrands))
        {
            call.Begin();
            Shared.Expect(call.After(Failure.Broken, TimeSpan.Zero) != null, "a read is tried again");
            var refused = Shared.Throws<TillwireException>(() => call.After(Failure.Untrusted, TimeSpan.Zero), "no trust");
            Shared.Same(refused.Status, Status.CallUntrusted, "the status");
        }
    }

    static void ACallCanBeCancelled()
    {
        Place("klikit", 1);
        Control("fault", "{\"fault\": \"black_hole\", \"filter\": {\"platform\": \"klikit\"}, \"times\": 1}");
        using (var client = Klikit())
        {
            var timer = new Timer(state => client.Cancel(), null, 300, Timeout.Infinite);
            var clock = Stopwatch.StartNew();
            var cancelled = Shared.Throws<TillwireException>(() => client.KlikitBrands(), "a call that is cancelled");
            timer.Dispose();
            Shared.Same(cancelled.Status, Status.CallCancelled, "the status");
            Shared.Expect(clock.Elapsed < TimeSpan.FromSeconds(5), "it ends soon");
            client.Cancel(false);
            client.KlikitBrands().Dispose();
        }
    }

    static void ThreadsShareAClientAndItsEnd()
    {
        var id = Place("klikit", 1)[0];
        var client = Klikit();
        var threads = Enumerable.Range(0, 4).Select(number => new Thread(() =>
        {
            for (var round = 0; round < 10; round++)
                client.KlikitOrder(id).Dispose();
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Shared.Same(client.Replies, 40L, "replies");
        var call = client.KlikitOrder(id);
        client.Dispose();
        Shared.Expect(call.Raw("$") != null, "a call outlives its client");
        Shared.Throws<ObjectDisposedException>(() => client.KlikitBrands(), "a client that has ended");
        Shared.Throws<ObjectDisposedException>(() => client.Sent.ToString(), "its numbers");
        Shared.Throws<ObjectDisposedException>(() => client.NextNote(), "its notes");
        call.Dispose();
        Shared.Throws<ObjectDisposedException>(() => call.Reply.HttpStatus.ToString(), "a call that has ended");
        Shared.Throws<ObjectDisposedException>(() => call.Send(), "sending it");
        Shared.Throws<ObjectDisposedException>(() => call.Records(), "its records");
        var poller = new Poller(Platform.Klikit, "shop");
        poller.Dispose();
        using (var other = Klikit())
        using (var book = new OrderBook())
            Shared.Throws<ObjectDisposedException>(() => poller.Next(other, book), "a poller that has ended");
    }

    static void Main(string[] arguments)
    {
        sim = File.ReadLines(arguments[0]).Select(line => line.Split(new[] { '=' }, 2))
            .Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        foreach (var test in new Action[]
        {
            AnOrderIsReadAndAccepted, ErrorsSayWhatThePlatformSays, AnActionHappensOnce, AListIsReadByPage, ATillCatchesUp,
            FireIsAskedAfterALogin, AProgramSendsByItself, ACallCanBeCancelled, ThreadsShareAClientAndItsEnd,
        })
        {
            test();
            Console.WriteLine("ok: {0}", test.Method.Name);
        }
    }
}
