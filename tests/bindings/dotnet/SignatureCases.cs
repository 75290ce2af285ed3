// Runs the signature cases, as flat_cases.py writes them:
//
//     SignatureCases CASES
using System;
using System.Collections.Generic;
using System.IO;
using Tillwire;

static class SignatureCases
{
    sealed class Case
    {
        public string Name;
        public VerifierSettings Settings;
        public readonly List<KeyValuePair<string, byte[]>> Headers = new List<KeyValuePair<string, byte[]>>();
        public byte[] Block;
        public byte[] Body;
        public DateTimeOffset Now;
        public Status Status;
        public int SecretIndex;
        public Assurance Assurance;
        public long? Skew;
    }

    static Headers MakeHeaders(Case @case)
    {
        var headers = new Headers();
        try
        {
            if (@case.Block != null)
                headers.AddBlock(@case.Block);
            foreach (var header in @case.Headers)
                headers.Add(header.Key, header.Value);
            return headers;
        }
        catch
        {
            headers.Dispose();
            throw;
        }
    }

    // What the verifier signs is let in.
    static void CheckSigning(Verifier verifier, Case @case)
    {
        using (var headers = new Headers())
        {
            Shared.AddSigned(headers, verifier, @case.Body, @case.Now);
            var shown = verifier.Verify(headers, @case.Body, @case.Now);
            Shared.Same(shown.SecretIndex, 0, "the secret of what was signed");
            Shared.Same(shown.Assurance, @case.Assurance, "the assurance of what was signed");
        }
    }

    static void CheckTampering(Verifier verifier, Headers headers, Case @case)
    {
        if (@case.Assurance != Assurance.Body && @case.Assurance != Assurance.BodyAndTime)
            return;
        var longer = new byte[@case.Body.Length + 1];
        @case.Body.CopyTo(longer, 0);
        longer[@case.Body.Length] = (byte)'0';
        var refusal = Shared.Throws<TillwireException>(
            () => verifier.Verify(headers, longer, @case.Now), "a changed body");
        Shared.Same(refusal.Status, Status.SignatureMismatch, "the status of a changed body");
    }

    static void CheckRefusal(Case @case, TillwireException refusal)
    {
        // For a time that .NET cannot say stands the last one that it can, which is too far from what was signed.
        var expected = Expressible(@case.Now) || @case.Status != Status.Ok ? @case.Status : Status.TimestampAge;
        Shared.Same(refusal.Status, expected, "the status");
        if (Expressible(@case.Now) && @case.Skew != null)
            Shared.Same(refusal.SkewSeconds, @case.Skew, "the skew");
        Shared.Expect(!string.IsNullOrEmpty(refusal.Message) && !string.IsNullOrEmpty(refusal.Hint), "there is a message");
        foreach (var secret in @case.Settings.Secrets)
        {
            // Short texts are found anywhere by chance.
            var hidden = refusal.ToString().IndexOf(secret, StringComparison.Ordinal) < 0;
            Shared.Expect(secret.Length <= 7 || hidden, "no secret is told");
        }
    }

    static void Run(Case @case)
    {
        try
        {
            using (var verifier = new Verifier(@case.Settings))
            using (var headers = MakeHeaders(@case))
            {
                var shown = verifier.Verify(headers, @case.Body, @case.Now);
                Shared.Same(Status.Ok, @case.Status, "the status");
                Shared.Same(shown.SecretIndex, @case.SecretIndex, "the secret");
                Shared.Same(shown.Assurance, @case.Assurance, "the assurance");
                CheckSigning(verifier, @case);
                CheckTampering(verifier, headers, @case);
            }
        }
        catch (TillwireException refusal)
        {
            CheckRefusal(@case, refusal);
        }
    }

    static bool Expressible(DateTimeOffset now)
    {
        return now > DateTimeOffset.MinValue && now < DateTimeOffset.MaxValue;
    }

    // Takes one line into the case; true where that completes it.
    static bool Read(Case @case, string[] words)
    {
        switch (words[0])
        {
            case "case":
                @case.Name = Shared.Text(words[1]);
                @case.Settings = new VerifierSettings((Platform)Shared.Number(words[2]));
                return false;
            case "number":
                @case.Settings.Set((int)Shared.Number(words[1]), Shared.Number(words[2]));
                return false;
            case "text":
                @case.Settings.Set((int)Shared.Number(words[1]), Shared.Text(words[2]));
                return false;
            case "secret":
                @case.Settings.Secrets.Add(Shared.Text(words[1]));
                return false;
            case "block":
                @case.Block = Shared.Bytes(words[1]);
                return false;
            case "header":
                @case.Headers.Add(new KeyValuePair<string, byte[]>(Shared.Text(words[1]), Shared.Bytes(words[2])));
                return false;
            case "body":
                @case.Body = Shared.Bytes(words[1]);
                return false;
            case "now":
                @case.Now = Shared.Time(Shared.Number(words[1]));
                return false;
            case "accepted":
                @case.Status = Status.Ok;
                @case.SecretIndex = (int)Shared.Number(words[1]);
                @case.Assurance = (Assurance)Shared.Number(words[2]);
                return true;
            case "refused":
                @case.Status = (Status)Shared.Number(words[1]);
                @case.Skew = words.Length > 2 ? Shared.Number(words[2]) : (long?)null;
                return true;
            default:
                throw new InvalidDataException("no such word: " + words[0]);
        }
    }

    static int Main(string[] arguments)
    {
        var panic = Shared.Throws<TillwireException>(TillwireLibrary.TestPanic, "a panic");
        Shared.Same(panic.Status, Status.Panic, "the status of a panic");
        int passed = 0, failed = 0;
        var @case = new Case();
        foreach (var line in File.ReadAllLines(arguments[0]))
        {
            if (!Read(@case, line.Split(' ')))
                continue;
            try
            {
                Run(@case);
                passed++;
            }
            catch (InvalidOperationException problem)
            {
                Console.WriteLine("{0}: {1}", @case.Name, problem.Message);
                failed++;
            }
            @case = new Case();
        }
        Console.WriteLine("{0} signature cases as expected, {1} not", passed, failed);
        return passed > 0 && failed == 0 ? 0 : 1;
    }
}
