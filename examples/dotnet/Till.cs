// A till at the console for a klikit account: reads what was missed, prints tickets, and asks the platform for things.
//
//     Till BOOK.json [ADDRESS]     then: poll, list, accept ID, ready ID, cancel ID REASON, quit
//
// Key and secret are read from KLIKIT_KEY and KLIKIT_SECRET. The book is kept in a file. For .NET Framework, .NET and Mono.
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Tillwire;

static class Till
{
    const string Account = "shop";

    static readonly Dictionary<string, Ask> Asks = new Dictionary<string, Ask>
    {
        { "accept", Ask.Accept }, { "ready", Ask.Ready }, { "cancel", Ask.Cancel },
    };

    static Client MakeClient(string address)
    {
        var environment = address == null ? PlatformEnvironment.Production : (PlatformEnvironment?)null;
        var settings = new AccountSettings(Platform.Klikit, environment)
        {
            Label = Account, Key = Environment.GetEnvironmentVariable("KLIKIT_KEY"), ApiAddress = address,
        };
        settings.Secrets.Add(Environment.GetEnvironmentVariable("KLIKIT_SECRET"));
        return new Client(settings);
    }

    static void List(OrderBook book)
    {
        using (var held = book.Held())
        {
            foreach (var change in held)
                Console.WriteLine("{0} {1} {2} {3}", change.OrderId, change.Now.Reference, change.Progress.Value.Name(),
                    change.Now.Total);
        }
    }

    // Asks the platform for something, and takes in what the order then is.
    static void Request(Client client, OrderBook book, Ask ask, string id, string reason)
    {
        using (var call = book.Request(client, Account, id, ask, reason))
        {
            if (call == null)
            {
                Console.WriteLine("no such order");
                return;
            }
            call.Send();
        }
        using (var call = client.KlikitOrder(id))
        using (var orders = call.Orders())
        using (var changes = book.Apply(Account, orders))
        {
            foreach (var change in changes)
                Console.WriteLine("order {0} is {1}", change.OrderId, change.Progress.Value.Name());
        }
    }

    static void Obey(string[] words, Client client, OrderBook book, Poller poller)
    {
        Ask ask;
        if (words[0] == "poll")
            poller.Round(client, book, changes =>
            {
                foreach (var change in changes)
                    Ticket.Print(change);
            });
        else if (words[0] == "list")
            List(book);
        else if (words.Length > 1 && Asks.TryGetValue(words[0], out ask))
            Request(client, book, ask, words[1], words.Length > 2 ? words[2] : null);
        else
            Console.WriteLine("poll, list, accept ID, ready ID, cancel ID REASON, quit");
    }

    // What was kept before stays whole if the power fails meanwhile.
    static void Keep(string file, string text)
    {
        File.WriteAllText(file + ".new", text);
        if (File.Exists(file))
            File.Replace(file + ".new", file, null);
        else
            File.Move(file + ".new", file);
    }

    static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        if (arguments.Length < 1 || Environment.GetEnvironmentVariable("KLIKIT_SECRET") == null)
        {
            Console.Error.WriteLine("usage: KLIKIT_KEY=... KLIKIT_SECRET=... Till BOOK.json [ADDRESS]");
            return 2;
        }
        var kept = arguments[0];
        using (var client = MakeClient(arguments.Length > 1 ? arguments[1] : null))
        using (var book = new OrderBook())
        {
            if (File.Exists(kept))
                book.Import(File.ReadAllText(kept));
            var round = kept + ".round";
            using (var poller = new Poller(Platform.Klikit, Account, File.Exists(round) ? File.ReadAllText(round) : null))
            {
                for (string line; (line = Console.ReadLine()) != null && line.Trim() != "quit";)
                {
                    try
                    {
                        Obey(line.Trim().Split(' '), client, book, poller);
                    }
                    catch (TillwireException problem)
                    {
                        Console.WriteLine(problem.Hint == null ? problem.Message : problem.Message + "; " + problem.Hint);
                        if (problem.MayBeDone == true)
                            Console.WriteLine("it may be done all the same: poll to see");
                    }
                    // The book first: a round that is read twice does no harm.
                    Keep(kept, book.Export());
                    Keep(round, poller.Export());
                }
            }
        }
        return 0;
    }
}
