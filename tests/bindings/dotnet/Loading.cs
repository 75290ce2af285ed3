// Asks for the native library as a program that starts does, by each thing that can come first:
//
//     Loading found|missing|another|none
//
// It is found; it is missing; it has another ABI; it is another library. Where it is not found, the message is printed.
using System;
using System.IO;
using Tillwire;

static class Loading
{
    static readonly Action[] First =
    {
        () => TillwireLibrary.Version.ToString(),
        () => new Verifier(Platform.Atlas, "a").Dispose(),
        () => new Headers().Dispose(),
        () => new OrderBook().Dispose(),
        () => new Client(new AccountSettings(Platform.Klikit)).Dispose(),
        () => new Poller(Platform.Klikit, "a").Dispose(),
        () => Money.Digits("SGD"),
        () => new Money(1m, "SGD").ToMinor(),
        () => new Money(1m, "SGD").ToString(),
        () => Money.Quantity(1m),
        () => new Timestamp(0, null).ToString(),
        () => Status.Ok.Name(),
        () => Word.Of(Vocabulary.KlikitOrderStatus),
        () => Arguments.Written(DateTimeOffset.UtcNow),
    };

    static string Refused(Action first)
    {
        return Shared.Throws<DllNotFoundException>(first, "a library that is not right").Message;
    }

    static int Main(string[] arguments)
    {
        if (arguments[0] == "found")
        {
            foreach (var first in First)
                first();
            Console.WriteLine("found: {0}", TillwireLibrary.Version);
            return 0;
        }
        var file = Path.DirectorySeparatorChar == '\\' ? "libtillwire.dll" : "libtillwire.so";
        var own = Path.GetDirectoryName(typeof(Verifier).Assembly.Location);
        foreach (var first in First)
        {
            var message = Refused(first);
            Shared.Expect(message.Contains(file), "the message names the file: " + message);
            Shared.Expect(message.Contains("beside Tillwire.dll"), "it says where it was looked for: " + message);
            if (arguments[0] == "another")
                Shared.Expect(message.Contains("has the ABI number 99, and this assembly needs 1"), "it says what is wrong: " + message);
            else
                Shared.Expect(message.Contains("put that file beside Tillwire.dll, in " + own), "it says what to do: " + message);
        }
        Console.WriteLine("{0}: {1}", arguments[0], Refused(First[0]));
        return 0;
    }
}
