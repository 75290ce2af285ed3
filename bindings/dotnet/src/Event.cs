// What a delivery or an answer to a read says.
using System;
using System.Collections.Generic;

namespace Tillwire
{
    /// <summary>An event: what a delivery or an answer to a read says. It ends with <see cref="Dispose"/>, and with it the orders
    /// and texts that are read from it; any number of threads may read it.</summary>
    public sealed partial class Event : IDisposable
    {
        readonly EventHandle handle;

        internal Event(EventHandle handle) : base(handle, IntPtr.Zero, 0, null)
        {
            this.handle = handle;
            Orders = List(Native.TILLWIRE_EVENT_ORDER_COUNT, OrderAt);
            Subjects = List(Native.TILLWIRE_EVENT_SUBJECT_COUNT, position => new Subject(handle, position));
            Problems = List(Native.TILLWIRE_EVENT_PROBLEM_COUNT, position => new Problem(handle, position));
        }

        internal EventHandle Handle { get { return Tillwire.Handle.Live(handle); } }

        /// <summary>The orders in it. Events about other things have none.</summary>
        public IReadOnlyList<Order> Orders { get; private set; }

        /// <summary>What an event is about that is about no order.</summary>
        public IReadOnlyList<Subject> Subjects { get; private set; }

        /// <summary>What was odd in the document: the first 64.</summary>
        public IReadOnlyList<Problem> Problems { get; private set; }

        IReadOnlyList<T> List<T>(int count, Func<int, T> element)
        {
            return new Elements<T>(() => GetSmall(count) ?? 0, element);
        }

        Order OrderAt(int position)
        {
            var order = Native.tillwire_event_order(handle, (UIntPtr)(uint)position);
            if (order == IntPtr.Zero)
                throw new ArgumentOutOfRangeException(nameof(position));
            return new Order(handle, order);
        }

        /// <summary>A key of the order at a position, by which repeats are told from news; null where the platform's marks give
        /// none. Where an event is about no order, position 0 has the event's own.</summary>
        public string Key(EventKey key, int position = 0)
        {
            if (position < 0)
                throw new ArgumentOutOfRangeException(nameof(position));
            // Longer than any key, unless an id is longer than 400 bytes.
            for (var buffer = new byte[Native.TILLWIRE_KEY_SIZE]; ; buffer = new byte[2 * buffer.Length])
            {
                IntPtr error;
                var status = Native.tillwire_event_key(
                    handle, (UIntPtr)(uint)position, (int)key, buffer, Utf8.Length(buffer), out error);
                if (status == Native.TILLWIRE_E_BUFFER)
                {
                    Native.tillwire_error_free(error);
                    continue;
                }
                return TillwireException.Check(status, error) ? Utf8.Text(buffer) : null;
            }
        }

        /// <summary>A copy of the body as it was received.</summary>
        public byte[] Body()
        {
            return Held(() =>
            {
                UIntPtr length;
                var body = Native.tillwire_event_body(handle, out length);
                return Utf8.Copy(body, length);
            });
        }

        /// <summary>Any value of the document by path, as in <c>$.order_items[0].brand.label</c>, as the JSON text that stands in
        /// the body; null where there is none.</summary>
        public string Raw(string path)
        {
            var bytes = Utf8.Required(path, nameof(path));
            return Held(() =>
            {
                UIntPtr length;
                var value = Native.tillwire_event_raw(handle, bytes, out length);
                return Utf8.Text(value, length);
            });
        }

        /// <summary>Any amount of the document by path, exactly; null where there is none.</summary>
        /// <param name="path">As in <c>$.data.payments.metadata.fiscal.vNF</c>.</param>
        /// <param name="scale">How many decimal places the last digit stands for, 0 to 28: 0 for major units, 2 for hundredths;
        /// null for the unit in which the platform states amounts at that place.</param>
        /// <exception cref="TillwireException"><see cref="Status.Unit"/> where the platform does not publish the unit at that
        /// place, <see cref="Status.NotANumber"/>, <see cref="Status.Range"/> where it does not fit 64 bits.</exception>
        public Money? Amount(string path, int? scale = null)
        {
            IntPtr error;
            tillwire_money money;
            var status = Native.tillwire_event_money(
                handle, Utf8.Required(path, nameof(path)), scale ?? Native.TILLWIRE_SCALE_BY_PLACE, out money, out error);
            return TillwireException.Check(status, error) ? Money.Of(money) : (Money?)null;
        }

        /// <summary>The whole event as JSON text. Amounts are strings, so that they stay exact.</summary>
        public string Json()
        {
            IntPtr text, error;
            TillwireException.Check(Native.tillwire_event_json(handle, out text, out error), error);
            return Utf8.Taken(text);
        }

        /// <summary>Ends the event. What is read from it afterwards throws <see cref="ObjectDisposedException"/>.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }
    }

    /// <summary>What an event is about that is about no order: a store, a channel, a product, a customer.</summary>
    public sealed partial class Subject
    {
        internal Subject(EventHandle owner, int position) : base(owner, IntPtr.Zero, position, null)
        {
        }
    }

    /// <summary>An oddity of a document, which cost nothing else.</summary>
    public sealed partial class Problem
    {
        internal Problem(EventHandle owner, int position) : base(owner, IntPtr.Zero, position, null)
        {
        }
    }
}
