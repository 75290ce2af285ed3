// Runs the event cases, as flat_events.py writes them, through the assembly:
//
//     EventCases CASES [EVENTS]
//
// Each event says all that is expected of it and nothing else, whatever number is asked for, decoded unverified as well
// as opened; what is refused, is refused where and as is expected. EVENTS gets a line for each event: its name, the
// library's JSON, and JSON that is made of the properties of the classes.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Tillwire;

static class EventCases
{
    // What is expected of a field, in the words of flat_events.py; of a list, each text for itself.
    sealed class Field
    {
        public string Word;
        public int Number;
        public string[] Values;
    }

    sealed class Thing
    {
        public string Name;
        public bool There;
        public int Position;
        public readonly List<Field> Fields = new List<Field>();
    }

    sealed class Case
    {
        public string Name;
        public bool Wrong;
        public readonly List<string[]> Settings = new List<string[]>();
        // Status, path and offset of the error that is expected, or null.
        public string[] Refused;
        // Whether the body is the platform's answer to a read.
        public bool IsRead;
        public byte[] Body;
        public readonly List<Thing> Things = new List<Thing>();
    }

    sealed class Different : Exception
    {
        public Different(string message) : base(message)
        {
        }
    }

    // The numbers that are tried: first and last.
    static readonly List<KeyValuePair<int, int>> Ranges = new List<KeyValuePair<int, int>>();
    static readonly List<Field> NoFields = new List<Field>();
    static StreamWriter events;

    static void Same(string what, object got, object wanted)
    {
        if (!Equals(got, wanted))
            throw new Different(what + " is " + (got ?? "absent") + ", not " + (wanted ?? "absent"));
    }

    static void CheckMoney(Record record, int number, Field field)
    {
        var money = record.GetMoney(number);
        Same("whether there is an amount", money != null, field?.Word == "money" || field?.Word == "beyond");
        // What is beyond 64 bits is compared as JSON.
        if (money == null || field.Word == "beyond")
            return;
        // The scale that the document wrote is that of the decimal.
        var bits = decimal.GetBits(money.Value.Amount);
        var scale = bits[3] >> 16 & 0xFF;
        var units = new decimal(bits[0], bits[1], bits[2], money.Value.Amount < 0, 0);
        Same("units", units, (decimal)Shared.Number(field.Values[0]));
        Same("scale", (long)scale, Shared.Number(field.Values[1]));
        Same("currency", money.Value.Currency ?? "", Shared.Text(field.Values[2]));
    }

    static void CheckTime(Record record, int number, Field field)
    {
        var time = record.GetTimestamp(number);
        Same("whether there is a time", time != null, field?.Word == "time");
        if (time == null)
            return;
        var offset = time.Value.Offset ?? TimeSpan.Zero;
        Same("unix_ms", time.Value.UnixMilliseconds, Shared.Number(field.Values[0]));
        Same("offset", offset, TimeSpan.FromMinutes(Shared.Number(field.Values[1])));
        Same("whether there is an offset", time.Value.Offset == null ? 0L : 1L, Shared.Number(field.Values[2]));
    }

    // Every getter gives what is expected of a number, and no getter anything else.
    static void CheckField(Record record, int number, List<Field> expected)
    {
        var field = expected.FirstOrDefault();
        Same("text", record.GetText(number), field?.Word == "text" ? Shared.Text(field.Values[0]) : null);
        CheckMoney(record, number, field);
        CheckTime(record, number, field);
        Same("number", record.GetNumber(number), field?.Word == "int" ? Shared.Number(field.Values[0]) : (long?)null);
        var line = record as Line;
        var listed = line == null ? new string[0] : line.GetList(number).ToArray();
        var wanted = field?.Word == "listed" ? expected.Select(text => Shared.Text(text.Values[0])) : new string[0];
        Same("list", string.Join("\n", listed), string.Join("\n", wanted));
        Same("texts of the list", listed.Length, wanted.Count());
        Shared.Expect(expected.Count < 2 || field.Word == "listed", "a field has one value");
    }

    // A key is a text by its own number.
    static void CheckKey(Event told, int position, int number, List<Field> expected)
    {
        var wanted = expected.Count == 0 ? null : Shared.Text(expected.Single().Values[0]);
        string got;
        try
        {
            got = told.Key((EventKey)number, position);
        }
        catch (TillwireException problem)
        {
            // There are two kinds of keys only.
            Same("the status of an unknown key", problem.Status, Status.Argument);
            got = null;
        }
        Same("key", got, wanted);
    }

    // Tries all numbers; the expectations stand in their order.
    static void CheckFields(Thing thing, Action<int, List<Field>> check, List<Field> fields)
    {
        var next = 0;
        foreach (var range in Ranges)
        {
            for (var number = range.Key; number <= range.Value; number++)
            {
                var first = next;
                while (next < fields.Count && fields[next].Number == number)
                    next++;
                try
                {
                    check(number, first < next ? fields.GetRange(first, next - first) : NoFields);
                }
                catch (Different difference)
                {
                    throw new Different(
                        thing.Name + " " + thing.Position + ", field " + number + ": " + difference.Message);
                }
            }
        }
        Shared.Expect(next == fields.Count, "every expectation was compared");
    }

    static IReadOnlyList<Record> List(string name, Event told, Order order)
    {
        switch (name)
        {
            case "event":
                return new[] { told };
            case "order":
                return told.Orders;
            case "subject":
                return told.Subjects;
            case "problem":
                return told.Problems;
            case "line":
                return order.Lines;
            case "payment":
                return order.Payments;
            case "party":
                return order.Parties;
            case "step":
                return order.Steps;
            case "adjustment":
                return order.Adjustments;
            default:
                throw new InvalidDataException("no such thing: " + name);
        }
    }

    static void CheckEvent(Event told, bool opened, List<Thing> things)
    {
        Order order = null;
        foreach (var thing in things)
        {
            var fields = thing.Fields.Where(field => opened || field.Word != "shown");
            var expected = fields.Select(field => field.Word == "shown"
                ? new Field { Word = "int", Number = field.Number, Values = field.Values }
                : field).ToList();
            if (thing.Name == "key")
            {
                CheckFields(thing, (number, wanted) => CheckKey(told, thing.Position, number, wanted), expected);
                continue;
            }
            var list = List(thing.Name, told, order);
            Same("whether there is " + thing.Name + " " + thing.Position, thing.Position < list.Count, thing.There);
            if (!thing.There)
            {
                Shared.Throws<ArgumentOutOfRangeException>(() => list[thing.Position].GetText(0), "one after the last");
                continue;
            }
            var record = list[thing.Position];
            order = record as Order ?? order;
            CheckFields(thing, (number, wanted) => CheckField(record, number, wanted), expected);
        }
    }

    static void Set(VerifierSettings settings, Headers headers, string[] words)
    {
        switch (words[0])
        {
            case "set_int":
                settings.Set((int)Shared.Number(words[1]), Shared.Number(words[2]));
                break;
            case "set_text":
                settings.Set((int)Shared.Number(words[1]), Shared.Text(words[2]));
                break;
            case "scale":
                settings.Scales.Add(Shared.Text(words[1]), (int)Shared.Number(words[2]));
                break;
            case "location":
                settings.Locations.Add(Shared.Text(words[1]), Shared.Text(words[2]));
                break;
            case "header":
                headers.Add(Shared.Text(words[1]), Shared.Bytes(words[2]));
                break;
            default:
                throw new InvalidDataException("no such word: " + words[0]);
        }
    }

    static void CheckTold(Case @case, bool opened, Func<Event> tell)
    {
        Event told;
        try
        {
            told = tell();
        }
        catch (TillwireException refusal) when (@case.Refused != null)
        {
            Same("the status", (long)refusal.Status, Shared.Number(@case.Refused[0]));
            Same("the path", refusal.Path, Shared.Text(@case.Refused[1]));
            Same("the offset", refusal.Offset, Shared.Number(@case.Refused[2]));
            return;
        }
        using (told)
        {
            Shared.Expect(@case.Refused == null, "it is refused");
            CheckEvent(told, opened, @case.Things);
            Shared.Expect(told.Body().SequenceEqual(@case.Body), "the body is kept");
            if (!opened && !@case.Wrong && events != null)
                events.WriteLine("{0}\t{1}\t{2}", @case.Name, told.Json(), PropertyJson.Of(told));
        }
    }

    static void Deliver(Case @case, Verifier verifier, Headers headers)
    {
        var now = Shared.Time(1781748935);
        if (@case.IsRead)
        {
            CheckTold(@case, false, () => verifier.DecodeOrders(@case.Body));
            return;
        }
        CheckTold(@case, false, () => verifier.DecodeUnverified(@case.Body, headers));
        Shared.AddSigned(headers, verifier, @case.Body, now);
        CheckTold(@case, true, () => verifier.Open(headers, @case.Body, now));
    }

    static void Run(Case @case)
    {
        var platform = @case.Settings.Single(words => words[0] == "platform");
        var settings = new VerifierSettings((Platform)Shared.Number(platform[1]));
        settings.Secrets.Add("the secret that was agreed");
        using (var headers = new Headers())
        {
            foreach (var words in @case.Settings.Where(words => words != platform))
                Set(settings, headers, words);
            using (var verifier = new Verifier(settings))
                Deliver(@case, verifier, headers);
        }
    }

    // Takes one line into the case; true where that completes it.
    static bool Read(Case @case, string[] words)
    {
        switch (words[0])
        {
            case "case":
            case "wrong":
                @case.Name = Shared.Text(words[1]);
                @case.Wrong = words[0] == "wrong";
                return false;
            case "refused":
                @case.Refused = words.Skip(1).ToArray();
                return false;
            case "body":
            case "answer":
                @case.IsRead = words[0] == "answer";
                @case.Body = Shared.Bytes(words[1]);
                return false;
            case "thing":
            case "none":
                @case.Things.Add(new Thing
                {
                    Name = words[1],
                    There = words[0] == "thing",
                    Position = (int)Shared.Number(words[2]),
                });
                return false;
            case "end":
                return true;
        }
        if (@case.Body == null)
            @case.Settings.Add(words);
        else
            @case.Things.Last().Fields.Add(new Field
            {
                Word = words[0],
                Number = (int)Shared.Number(words[1]),
                Values = words.Skip(2).ToArray(),
            });
        return false;
    }

    // What is not as it should be, or null.
    static string Outcome(Case @case)
    {
        try
        {
            Run(@case);
            return @case.Wrong ? "no difference is found" : null;
        }
        catch (Different difference)
        {
            return @case.Wrong ? null : difference.Message;
        }
        catch (TillwireException refusal)
        {
            return refusal.Status + ": " + refusal.Message;
        }
        catch (InvalidOperationException problem)
        {
            return problem.Message;
        }
    }

    static int Main(string[] arguments)
    {
        int right = 0, wrong = 0;
        var last = new string[0];
        var @case = new Case();
        if (arguments.Length > 1)
            events = new StreamWriter(arguments[1], false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var line in File.ReadLines(arguments[0]))
        {
            last = line.Split(' ');
            if (last[0] == "range")
                Ranges.Add(new KeyValuePair<int, int>((int)Shared.Number(last[1]), (int)Shared.Number(last[2])));
            else if (last[0] != "cases" && Read(@case, last))
            {
                var problem = Outcome(@case);
                if (problem != null)
                    Console.WriteLine("{0}: {1}", @case.Name, problem);
                else if (@case.Wrong)
                    wrong++;
                else
                    right++;
                @case = new Case();
            }
        }
        events?.Dispose();
        Console.WriteLine(
            "{0} event cases as expected, and a difference found in each of {1} wrong ones", right, wrong);
        return last.SequenceEqual(new[] { "cases", right.ToString(), wrong.ToString() }) ? 0 : 1;
    }
}
