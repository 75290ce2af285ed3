// What an event did to orders, and what the till is to do now.
using System;
using System.Collections;
using System.Collections.Generic;

namespace Tillwire
{
    /// <summary>The changes that one event made: one for each order in it, one without an order where it is about none. They end
    /// with <see cref="Dispose"/>; any number of threads may read them.</summary>
    public sealed class Changes : IReadOnlyList<Change>, IDisposable
    {
        readonly ChangesHandle handle;

        internal Changes(ChangesHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>How many there are.</summary>
        public int Count { get { return checked((int)Native.tillwire_changes_count(handle).ToUInt32()); } }

        /// <summary>The change at a position.</summary>
        public Change this[int position]
        {
            get
            {
                if (position < 0 || position >= Count)
                    throw new ArgumentOutOfRangeException(nameof(position));
                return new Change(handle, position);
            }
        }

        /// <summary>The changes as JSON text, a list with one entry for each, orders included.</summary>
        public string Json()
        {
            IntPtr text, error;
            TillwireException.Check(Native.tillwire_changes_json(handle, out text, out error), error);
            return Utf8.Taken(text);
        }

        /// <summary>One after the other.</summary>
        public IEnumerator<Change> GetEnumerator()
        {
            var end = Count;
            for (var position = 0; position < end; position++)
                yield return new Change(handle, position);
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return GetEnumerator();
        }

        /// <summary>Ends the changes. What is read from them afterwards throws <see cref="ObjectDisposedException"/>.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }
    }

    /// <summary>What an event did to an order, and what the till is to do now.</summary>
    public sealed partial class Change
    {
        readonly ChangesHandle handle;

        internal Change(ChangesHandle owner, int position) : base(owner, IntPtr.Zero, position, null)
        {
            handle = owner;
            Lines = new Elements<LineChange>(
                () => GetSmall(Native.TILLWIRE_CHANGE_LINE_COUNT) ?? 0, rank => new LineChange(this, rank));
        }

        /// <summary>All that is known of the order now; null where the event is about none.</summary>
        public Order Now { get { return OrderOf(Native.TILLWIRE_CHANGE_NOW); } }

        /// <summary>What was known of it before, to print the lines that are gone; null where nothing was.</summary>
        public Order Before { get { return OrderOf(Native.TILLWIRE_CHANGE_BEFORE); } }

        /// <summary>The lines that changed since the ticket was printed.</summary>
        public IReadOnlyList<LineChange> Lines { get; private set; }

        Order OrderOf(int which)
        {
            var order = Native.tillwire_change_order(handle, Position, which);
            return order == IntPtr.Zero ? null : new Order(handle, order);
        }

        internal long? LineNumber(int rank, int field)
        {
            long number;
            var status = Native.tillwire_change_line(handle, Position, (UIntPtr)(uint)rank, field, out number);
            return TillwireException.Check(status, IntPtr.Zero) ? number : (long?)null;
        }
    }

    /// <summary>A line that changed since the ticket was printed. What stands below a line belongs to it.</summary>
    public sealed class LineChange
    {
        readonly Change change;
        readonly int rank;

        internal LineChange(Change change, int rank)
        {
            this.change = change;
            this.rank = rank;
        }

        /// <summary>What happened to it.</summary>
        public LineEdit? Edit
        {
            get { return checked((LineEdit?)change.LineNumber(rank, Native.TILLWIRE_CHANGE_LINE_EDIT)); }
        }

        /// <summary>The line in the order before; null for one that is new.</summary>
        public Line Before
        {
            get { return LineOf(change.Before, change.LineNumber(rank, Native.TILLWIRE_CHANGE_LINE_BEFORE)); }
        }

        /// <summary>The line in the order now; null for one that is gone.</summary>
        public Line Now
        {
            get { return LineOf(change.Now, change.LineNumber(rank, Native.TILLWIRE_CHANGE_LINE_NOW)); }
        }

        static Line LineOf(Order order, long? position)
        {
            return order == null || position == null ? null : order.Lines[checked((int)position.Value)];
        }
    }
}
