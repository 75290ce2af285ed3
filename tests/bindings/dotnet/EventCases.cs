// Runs the event cases, as flat_events.py writes them, through P/Invoke:
//
//     EventCases CASES
//
// Each event says all that is expected of it and nothing else, whatever number is asked for, decoded unverified as well
// as opened; what is refused, is refused where and as is expected.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

static partial class Program
{
    const int TILLWIRE_ABSENT = 1;
    const int TILLWIRE_E_RANGE = -21;
    const int TILLWIRE_KEY_SIZE = 512;
    const int TILLWIRE_ERROR_PATH = 5103, TILLWIRE_ERROR_OFFSET = 5402;

    [StructLayout(LayoutKind.Sequential)]
    struct tillwire_money
    {
        public long units;
        public int scale;
        [MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public byte[] currency;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct tillwire_time
    {
        public long unix_ms;
        public int offset_minutes;
        public int has_offset;
    }

    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_settings_set_scale(IntPtr settings, byte[] currency, int digits, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_settings_add_location(
        IntPtr settings, byte[] canonical, byte[] actual, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_decode_unverified(
        IntPtr verifier, IntPtr headers, byte[] body, UIntPtr len, out IntPtr decoded, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_decode_orders(
        IntPtr verifier, byte[] body, UIntPtr len, out IntPtr read, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_verifier_open(
        IntPtr verifier, IntPtr headers, byte[] body, UIntPtr len, long now, out IntPtr opened, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern void tillwire_event_free(IntPtr told);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_event_order(IntPtr told, UIntPtr position);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_event_key(
        IntPtr told, UIntPtr position, int key, [Out] byte[] buf, UIntPtr cap, out IntPtr error);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_event_text(IntPtr told, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_event_time(IntPtr told, int field, out tillwire_time time);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_event_int(IntPtr told, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_problem_text(IntPtr told, UIntPtr position, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_problem_int(IntPtr told, UIntPtr position, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_order_text(IntPtr order, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_order_money(IntPtr order, int field, out tillwire_money money);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_order_time(IntPtr order, int field, out tillwire_time time);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_order_int(IntPtr order, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_line_text(IntPtr order, UIntPtr position, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_line_money(IntPtr order, UIntPtr position, int field, out tillwire_money money);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_line_int(IntPtr order, UIntPtr position, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_line_listed(
        IntPtr order, UIntPtr position, int list, UIntPtr place, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_payment_text(IntPtr order, UIntPtr position, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_payment_money(IntPtr order, UIntPtr position, int field, out tillwire_money money);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_payment_int(IntPtr order, UIntPtr position, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_party_text(IntPtr order, UIntPtr position, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_party_int(IntPtr order, UIntPtr position, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_step_text(IntPtr order, UIntPtr position, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_step_time(IntPtr order, UIntPtr position, int field, out tillwire_time time);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_step_int(IntPtr order, UIntPtr position, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_adjustment_text(IntPtr order, UIntPtr position, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_adjustment_money(IntPtr order, UIntPtr position, int field, out tillwire_money money);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_adjustment_int(IntPtr order, UIntPtr position, int field, out long number);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern IntPtr tillwire_subject_text(IntPtr told, UIntPtr position, int field, out UIntPtr len);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_subject_time(IntPtr told, UIntPtr position, int field, out tillwire_time time);
    [DllImport(Library, CallingConvention = Cdecl)]
    static extern int tillwire_subject_int(IntPtr told, UIntPtr position, int field, out long number);

    delegate IntPtr TextOf(IntPtr owner, UIntPtr position, int field, out UIntPtr len);
    delegate int MoneyOf(IntPtr owner, UIntPtr position, int field, out tillwire_money money);
    delegate int TimeOf(IntPtr owner, UIntPtr position, int field, out tillwire_time time);
    delegate int IntOf(IntPtr owner, UIntPtr position, int field, out long number);
    delegate IntPtr ListedOf(IntPtr owner, UIntPtr position, int list, UIntPtr place, out UIntPtr len);

    // A kind of thing, whether it is an event's or an order's, and its getters, null where it has none.
    sealed class Kind
    {
        public string Name;
        public bool OfEvent;
        public TextOf Text;
        public MoneyOf Money;
        public TimeOf Time;
        public IntOf Int;
        public ListedOf Listed;
    }

    static readonly Kind[] Kinds =
    {
        new Kind
        {
            Name = "event",
            OfEvent = true,
            Text = (IntPtr told, UIntPtr position, int field, out UIntPtr len) =>
                tillwire_event_text(told, field, out len),
            Time = (IntPtr told, UIntPtr position, int field, out tillwire_time time) =>
                tillwire_event_time(told, field, out time),
            Int = (IntPtr told, UIntPtr position, int field, out long number) =>
                tillwire_event_int(told, field, out number),
        },
        new Kind { Name = "key", OfEvent = true, Text = Key },
        new Kind { Name = "problem", OfEvent = true, Text = tillwire_problem_text, Int = tillwire_problem_int },
        new Kind
        {
            Name = "order",
            Text = (IntPtr order, UIntPtr position, int field, out UIntPtr len) =>
                tillwire_order_text(order, field, out len),
            Money = (IntPtr order, UIntPtr position, int field, out tillwire_money money) =>
                tillwire_order_money(order, field, out money),
            Time = (IntPtr order, UIntPtr position, int field, out tillwire_time time) =>
                tillwire_order_time(order, field, out time),
            Int = (IntPtr order, UIntPtr position, int field, out long number) =>
                tillwire_order_int(order, field, out number),
        },
        new Kind
        {
            Name = "line",
            Text = tillwire_line_text,
            Money = tillwire_line_money,
            Int = tillwire_line_int,
            Listed = tillwire_line_listed,
        },
        new Kind
        {
            Name = "payment",
            Text = tillwire_payment_text,
            Money = tillwire_payment_money,
            Int = tillwire_payment_int,
        },
        new Kind { Name = "party", Text = tillwire_party_text, Int = tillwire_party_int },
        new Kind { Name = "step", Text = tillwire_step_text, Time = tillwire_step_time, Int = tillwire_step_int },
        new Kind
        {
            Name = "adjustment",
            Text = tillwire_adjustment_text,
            Money = tillwire_adjustment_money,
            Int = tillwire_adjustment_int,
        },
        new Kind
        {
            Name = "subject",
            OfEvent = true,
            Text = tillwire_subject_text,
            Time = tillwire_subject_time,
            Int = tillwire_subject_int,
        },
    };

    // What is expected of a field, in the words of flat_events.py; of a list, each text for itself.
    sealed class Field
    {
        public string Word;
        public int Number;
        public string[] Values;
    }

    sealed class Thing
    {
        public Kind Kind;
        public bool There;
        public UIntPtr Position;
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
    static readonly IntPtr KeyText = Marshal.AllocHGlobal(TILLWIRE_KEY_SIZE);

    // A key is written into a buffer; otherwise it is a text as others are.
    static IntPtr Key(IntPtr told, UIntPtr position, int key, out UIntPtr len)
    {
        IntPtr error;
        var buffer = new byte[TILLWIRE_KEY_SIZE];
        var status = tillwire_event_key(told, position, key, buffer, Length(buffer), out error);
        var end = Array.IndexOf(buffer, (byte)0);
        len = (UIntPtr)end;
        if (status == TILLWIRE_ABSENT)
            return IntPtr.Zero;
        Check(status, error);
        Marshal.Copy(buffer, 0, KeyText, end + 1);
        return KeyText;
    }

    static void Same(string what, long got, long wanted)
    {
        if (got != wanted)
            throw new Different(what + " is " + got + ", not " + wanted);
    }

    static string Shown(byte[] text)
    {
        return text == null ? "absent" : Encoding.UTF8.GetString(text);
    }

    static void Same(string what, byte[] got, byte[] wanted)
    {
        if (got == null ? wanted != null : wanted == null || !got.SequenceEqual(wanted))
            throw new Different(what + " is " + Shown(got) + ", not " + Shown(wanted));
    }

    // The text's bytes by its length, and a NUL behind them; null where it is absent.
    static byte[] Sized(IntPtr pointer, UIntPtr len)
    {
        var bytes = new byte[(int)len];
        if (pointer == IntPtr.Zero)
        {
            Same("the length of an absent text", bytes.Length, 0);
            return null;
        }
        Marshal.Copy(pointer, bytes, 0, bytes.Length);
        Same("the byte behind a text", Marshal.ReadByte(pointer, bytes.Length), 0);
        return bytes;
    }

    static void CheckMoney(int status, tillwire_money money, Field field)
    {
        var stated = field?.Word == "money";
        Same("the status of the amount", status,
            stated ? TILLWIRE_OK : field?.Word == "beyond" ? TILLWIRE_E_RANGE : TILLWIRE_ABSENT);
        Same("units", money.units, stated ? Number(field.Values[0]) : 0);
        Same("scale", money.scale, stated ? Number(field.Values[1]) : 0);
        var currency = money.currency.TakeWhile(letter => letter != 0).ToArray();
        Expect(currency.Length < money.currency.Length, "a currency ends in a NUL");
        Same("currency", currency, stated ? Bytes(field.Values[2]) : new byte[0]);
    }

    static void CheckTime(int status, tillwire_time time, Field field)
    {
        var stated = field?.Word == "time";
        Same("the status of the time", status, stated ? TILLWIRE_OK : TILLWIRE_ABSENT);
        Same("unix_ms", time.unix_ms, stated ? Number(field.Values[0]) : 0);
        Same("offset_minutes", time.offset_minutes, stated ? Number(field.Values[1]) : 0);
        Same("has_offset", time.has_offset, stated ? Number(field.Values[2]) : 0);
    }

    static void CheckInt(int status, long number, Field field)
    {
        var stated = field?.Word == "int";
        Same("the status of the number", status, stated ? TILLWIRE_OK : TILLWIRE_ABSENT);
        Same("number", number, stated ? Number(field.Values[0]) : 0);
    }

    // Every getter gives what is expected of a number, and no getter anything else.
    static void CheckField(Kind kind, IntPtr owner, UIntPtr position, int number, List<Field> expected)
    {
        var field = expected.FirstOrDefault();
        var known = new List<string> { null };
        UIntPtr len;
        if (kind.Text != null)
        {
            known.Add("text");
            var text = Sized(kind.Text(owner, position, number, out len), len);
            Same("text", text, field?.Word == "text" ? Bytes(field.Values[0]) : null);
        }
        if (kind.Money != null)
        {
            known.AddRange(new[] { "money", "beyond" });
            tillwire_money money;
            CheckMoney(kind.Money(owner, position, number, out money), money, field);
        }
        if (kind.Time != null)
        {
            known.Add("time");
            tillwire_time time;
            CheckTime(kind.Time(owner, position, number, out time), time, field);
        }
        if (kind.Int != null)
        {
            known.Add("int");
            long value;
            CheckInt(kind.Int(owner, position, number, out value), value, field);
        }
        if (kind.Listed != null)
        {
            known.Add("listed");
            var listed = field?.Word == "listed" ? expected : NoFields;
            for (var place = 0; place <= listed.Count; place++)
            {
                var text = Sized(kind.Listed(owner, position, number, (UIntPtr)place, out len), len);
                Same("a text of the list", text, place < listed.Count ? Bytes(listed[place].Values[0]) : null);
            }
        }
        Expect(known.Contains(field?.Word), kind.Name + " can say " + field?.Word);
        Expect(expected.Count < 2 || field.Word == "listed", "a field has one value");
    }

    // Tries all numbers; the expectations stand in their order.
    static void CheckFields(Kind kind, IntPtr owner, UIntPtr position, List<Field> fields)
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
                    CheckField(
                        kind, owner, position, number, first < next ? fields.GetRange(first, next - first) : NoFields);
                }
                catch (Different difference)
                {
                    throw new Different(kind.Name + " " + position + ", field " + number + ": " + difference.Message);
                }
            }
        }
        Expect(next == fields.Count, "every expectation was compared");
    }

    static void CheckEvent(IntPtr told, bool opened, List<Thing> things)
    {
        var order = IntPtr.Zero;
        foreach (var thing in things)
        {
            if (thing.Kind.Name == "order")
            {
                order = tillwire_event_order(told, thing.Position);
                if (order != IntPtr.Zero != thing.There)
                    throw new Different("order " + thing.Position + " is there: " + !thing.There);
            }
            var fields = thing.Fields.Where(field => opened || field.Word != "shown");
            var expected = fields.Select(field => field.Word == "shown"
                ? new Field { Word = "int", Number = field.Number, Values = field.Values }
                : field);
            CheckFields(thing.Kind, thing.Kind.OfEvent ? told : order, thing.Position, expected.ToList());
        }
    }

    static void Set(IntPtr settings, IntPtr headers, string[] words)
    {
        IntPtr error;
        switch (words[0])
        {
            case "set_int":
                Check(tillwire_settings_set_int(settings, (int)Number(words[1]), Number(words[2]), out error), error);
                break;
            case "set_text":
                var text = Terminated(Bytes(words[2]));
                Check(tillwire_settings_set_text(settings, (int)Number(words[1]), text, out error), error);
                break;
            case "scale":
                var currency = Terminated(Bytes(words[1]));
                Check(tillwire_settings_set_scale(settings, currency, (int)Number(words[2]), out error), error);
                break;
            case "location":
                var canonical = Terminated(Bytes(words[1]));
                var actual = Terminated(Bytes(words[2]));
                Check(tillwire_settings_add_location(settings, canonical, actual, out error), error);
                break;
            case "header":
                AddHeader(headers, Bytes(words[1]), Bytes(words[2]));
                break;
            default:
                throw new InvalidDataException("no such word: " + words[0]);
        }
    }

    // The body is refused as is expected.
    static void CheckRefusal(int status, IntPtr told, IntPtr error, string[] refused)
    {
        try
        {
            long offset;
            Same("the status", status, Number(refused[0]));
            var path = Text(tillwire_error_text(error, TILLWIRE_ERROR_PATH, IntPtr.Zero));
            Same("the path", path == null ? null : Encoding.UTF8.GetBytes(path), Bytes(refused[1]));
            tillwire_error_int(error, TILLWIRE_ERROR_OFFSET, out offset);
            Same("the offset", offset, Number(refused[2]));
            Expect(told == IntPtr.Zero, "what is refused leaves no event");
        }
        finally
        {
            tillwire_error_free(error);
        }
    }

    static void CheckTold(Case @case, int status, IntPtr told, bool opened, IntPtr error)
    {
        try
        {
            if (@case.Refused != null)
            {
                CheckRefusal(status, told, error, @case.Refused);
                return;
            }
            Check(status, error);
            CheckEvent(told, opened, @case.Things);
        }
        finally
        {
            tillwire_event_free(told);
        }
    }

    static void Deliver(Case @case, IntPtr verifier, IntPtr headers)
    {
        const long now = 1781748935;
        IntPtr told, error;
        var length = Length(@case.Body);
        int status;
        if (@case.IsRead)
        {
            status = tillwire_verifier_decode_orders(verifier, @case.Body, length, out told, out error);
            CheckTold(@case, status, told, false, error);
            return;
        }
        status = tillwire_verifier_decode_unverified(verifier, headers, @case.Body, length, out told, out error);
        CheckTold(@case, status, told, false, error);
        AddSigned(headers, verifier, @case.Body, now);
        status = tillwire_verifier_open(verifier, headers, @case.Body, length, now, out told, out error);
        CheckTold(@case, status, told, true, error);
    }

    static void Run(Case @case)
    {
        IntPtr settings = IntPtr.Zero, headers = IntPtr.Zero, verifier = IntPtr.Zero, error;
        try
        {
            var platform = @case.Settings.Single(words => words[0] == "platform");
            var secret = Encoding.UTF8.GetBytes("the secret that was agreed");
            Check(tillwire_settings_new((int)Number(platform[1]), out settings, out error), error);
            Check(tillwire_settings_add_secret(settings, secret, Length(secret), out error), error);
            Check(tillwire_headers_new(out headers, out error), error);
            foreach (var words in @case.Settings.Where(words => words != platform))
                Set(settings, headers, words);
            Check(tillwire_verifier_new(settings, out verifier, out error), error);
            Deliver(@case, verifier, headers);
        }
        finally
        {
            tillwire_headers_free(headers);
            tillwire_verifier_free(verifier);
            tillwire_settings_free(settings);
        }
    }

    // Takes one line into the case; true where that completes it.
    static bool Read(Case @case, string[] words)
    {
        switch (words[0])
        {
            case "case":
            case "wrong":
                @case.Name = Encoding.UTF8.GetString(Bytes(words[1]));
                @case.Wrong = words[0] == "wrong";
                return false;
            case "refused":
                @case.Refused = words.Skip(1).ToArray();
                return false;
            case "body":
            case "answer":
                @case.IsRead = words[0] == "answer";
                @case.Body = Bytes(words[1]);
                return false;
            case "thing":
            case "none":
                @case.Things.Add(new Thing
                {
                    Kind = Kinds.Single(kind => kind.Name == words[1]),
                    There = words[0] == "thing",
                    Position = (UIntPtr)(ulong)Number(words[2]),
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
                Number = (int)Number(words[1]),
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
        catch (Failed failure)
        {
            return failure.Status + ": " + failure.Message;
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
        foreach (var line in File.ReadLines(arguments[0]))
        {
            last = line.Split(' ');
            if (last[0] == "range")
                Ranges.Add(new KeyValuePair<int, int>((int)Number(last[1]), (int)Number(last[2])));
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
        Console.WriteLine(
            "{0} event cases as expected, and a difference found in each of {1} wrong ones", right, wrong);
        return last.SequenceEqual(new[] { "cases", right.ToString(), wrong.ToString() }) ? 0 : 1;
    }
}
