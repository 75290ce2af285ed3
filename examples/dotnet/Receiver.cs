// Receives the deliveries of a platform and prints what they ask of the till:
//
//     Receiver http://127.0.0.1:8080/ klikit|atlas|fire
//
// The secret is read from TILLWIRE_SECRET. For .NET Framework, .NET and Mono.
using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using Tillwire;

static class Receiver
{
    const int LargestBody = 8 * 1024 * 1024;

    // The body as it was received; cut behind the largest one that the verifier takes, which it then refuses.
    static byte[] Body(HttpListenerRequest request)
    {
        using (var body = new MemoryStream())
        {
            var piece = new byte[64 * 1024];
            for (int read; body.Length <= LargestBody && (read = request.InputStream.Read(piece, 0, piece.Length)) > 0;)
                body.Write(piece, 0, read);
            return body.ToArray();
        }
    }

    // Prints what a delivery asks for; says what it came to.
    static Status Deliver(Verifier verifier, OrderBook book, HttpListenerRequest request)
    {
        try
        {
            using (var headers = Headers.Of(request.Headers))
            using (var told = verifier.Open(headers, Body(request)))
            using (var changes = book.Apply("shop", told))
            {
                // Keep book.Export() of each order here: what is not kept before the answer is lost in a crash.
                foreach (var change in changes)
                    Ticket.Print(change);
                return Status.Ok;
            }
        }
        catch (TillwireException refusal)
        {
            Console.WriteLine("Refused: {0}; {1}", refusal.Message, refusal.Hint);
            return refusal.Status;
        }
    }

    static void Answer(HttpListenerResponse response, WebhookAnswer answer)
    {
        response.StatusCode = answer.HttpStatus;
        response.ContentType = "application/json";
        response.ContentLength64 = answer.Body.Length;
        response.OutputStream.Write(answer.Body, 0, answer.Body.Length);
        response.Close();
    }

    static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var platforms = Enum.GetValues(typeof(Platform)).Cast<Platform>();
        var secret = Environment.GetEnvironmentVariable("TILLWIRE_SECRET");
        if (arguments.Length != 2 || secret == null || platforms.All(platform => platform.Name() != arguments[1]))
        {
            Console.Error.WriteLine("usage: TILLWIRE_SECRET=... Receiver http://127.0.0.1:8080/ klikit|atlas|fire");
            return 2;
        }
        using (var verifier = new Verifier(platforms.Single(platform => platform.Name() == arguments[1]), secret))
        using (var book = new OrderBook())
        using (var listener = new HttpListener())
        {
            listener.Prefixes.Add(arguments[0]);
            listener.Start();
            Console.WriteLine("listening on {0}", arguments[0]);
            while (true)
            {
                var context = listener.GetContext();
                try
                {
                    Answer(context.Response, verifier.Answer(Deliver(verifier, book, context.Request)));
                }
                catch (Exception problem) when (problem is IOException || problem is HttpListenerException)
                {
                    Console.WriteLine("The platform hung up: {0}", problem.Message);
                }
            }
        }
    }
}
