// What is read by field: the ways that orders, lines, events and replies have in common.
using System;
using System.Collections;
using System.Collections.Generic;

namespace Tillwire
{
    /// <summary>Something that is read by field. It is part of an event, of changes or of a call, and readable until that is
    /// disposed of; any number of threads may read it.</summary>
    /// <remarks>Its properties are the fields that this assembly knows. The methods read a field by its number, for a library
    /// that is newer than the assembly; a field that is not known is absent.</remarks>
    public abstract class Record
    {
        readonly object gate;

        internal Handle Owner { get; private set; }
        internal IntPtr Pointer { get; private set; }
        internal UIntPtr Position { get; private set; }

        internal Record(Handle owner, IntPtr pointer, long position, object gate)
        {
            Owner = owner;
            Pointer = pointer;
            Position = (UIntPtr)checked((ulong)position);
            this.gate = gate ?? new object();
        }

        internal virtual IntPtr Fetch(int field, out UIntPtr value)
        {
            value = UIntPtr.Zero;
            return IntPtr.Zero;
        }

        internal virtual int Fetch(int field, out tillwire_money value)
        {
            value = default(tillwire_money);
            return Native.TILLWIRE_ABSENT;
        }

        internal virtual int Fetch(int field, out tillwire_time value)
        {
            value = default(tillwire_time);
            return Native.TILLWIRE_ABSENT;
        }

        internal virtual int Fetch(int field, out long value)
        {
            value = 0;
            return Native.TILLWIRE_ABSENT;
        }

        /// <summary>Reads while the owner is held, so that nobody frees it meanwhile.</summary>
        internal T Held<T>(Func<T> read)
        {
            lock (gate)
            {
                var held = false;
                try
                {
                    Owner.DangerousAddRef(ref held);
                    return read();
                }
                finally
                {
                    if (held)
                        Owner.DangerousRelease();
                }
            }
        }

        /// <summary>A text; null where absent.</summary>
        public string GetText(int field)
        {
            return Held(() =>
            {
                UIntPtr length;
                var text = Fetch(field, out length);
                return Utf8.Text(text, length);
            });
        }

        /// <summary>An amount; null where absent.</summary>
        public Money? GetMoney(int field)
        {
            return Held(() =>
            {
                tillwire_money money;
                var status = Fetch(field, out money);
                // Only orders and their parts have amounts.
                if (status == Native.TILLWIRE_E_RANGE)
                    return Column.Amount(Pointer, field, Position);
                return Stated(status) ? Money.Of(money) : (Money?)null;
            });
        }

        /// <summary>A time; null where absent.</summary>
        public Timestamp? GetTimestamp(int field)
        {
            return Held(() =>
            {
                tillwire_time time;
                return Stated(Fetch(field, out time)) ? Timestamp.Of(time) : (Timestamp?)null;
            });
        }

        /// <summary>A number; null where absent.</summary>
        public long? GetNumber(int field)
        {
            return Held(() =>
            {
                long number;
                return Stated(Fetch(field, out number)) ? number : (long?)null;
            });
        }

        internal decimal? GetPlain(int field)
        {
            var number = GetMoney(field);
            return number == null ? (decimal?)null : number.Value.Amount;
        }

        internal DateTimeOffset? GetMoment(int field)
        {
            var time = GetTimestamp(field);
            return time == null ? (DateTimeOffset?)null : time.Value.ToDateTimeOffset();
        }

        internal int? GetSmall(int field)
        {
            var number = GetNumber(field);
            if (number < int.MinValue || number > int.MaxValue)
                throw TillwireException.Plain(Status.Range);
            return (int?)number;
        }

        internal int? GetCode(int field)
        {
            return GetSmall(field);
        }

        internal bool? GetFlag(int field)
        {
            var number = GetNumber(field);
            return number == null ? (bool?)null : number != 0;
        }

        // Where a getter has no error, its status says it all.
        static bool Stated(int status)
        {
            return TillwireException.Check(status, IntPtr.Zero);
        }
    }

    /// <summary>A list whose elements are made when they are asked for.</summary>
    internal sealed class Elements<T> : IReadOnlyList<T>
    {
        readonly Func<int> count;
        readonly Func<int, T> element;

        internal Elements(Func<int> count, Func<int, T> element)
        {
            this.count = count;
            this.element = element;
        }

        public int Count { get { return count(); } }

        public T this[int position]
        {
            get
            {
                if (position < 0 || position >= Count)
                    throw new ArgumentOutOfRangeException(nameof(position));
                return element(position);
            }
        }

        public IEnumerator<T> GetEnumerator()
        {
            var end = Count;
            for (var position = 0; position < end; position++)
                yield return element(position);
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return GetEnumerator();
        }
    }
}
