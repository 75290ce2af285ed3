// The common order and its parts: the same fields whatever the platform.
using System;
using System.Collections.Generic;

namespace Tillwire
{
    /// <summary>An order. Amounts are as the platform reports them, never recomputed; what the document does not state is null,
    /// never zero.</summary>
    public sealed partial class Order
    {
        internal Order(Handle owner, IntPtr pointer) : base(owner, pointer, 0, null)
        {
            Lines = List(Native.TILLWIRE_ORDER_LINE_COUNT, position => new Line(this, position));
            Payments = List(Native.TILLWIRE_ORDER_PAYMENT_COUNT, position => new Payment(this, position));
            Parties = List(Native.TILLWIRE_ORDER_PARTY_COUNT, position => new Party(this, position));
            Steps = List(Native.TILLWIRE_ORDER_STEP_COUNT, position => new Step(this, position));
            Adjustments = List(Native.TILLWIRE_ORDER_ADJUSTMENT_COUNT, position => new Adjustment(this, position));
        }

        /// <summary>The lines in the order of printing: each followed by its children.</summary>
        public IReadOnlyList<Line> Lines { get; private set; }

        /// <summary>The payments.</summary>
        public IReadOnlyList<Payment> Payments { get; private set; }

        /// <summary>The people to whom the order matters.</summary>
        public IReadOnlyList<Party> Parties { get; private set; }

        /// <summary>The steps of the kitchen, first to last.</summary>
        public IReadOnlyList<Step> Steps { get; private set; }

        /// <summary>Taxes, fees and discounts, one by one.</summary>
        public IReadOnlyList<Adjustment> Adjustments { get; private set; }

        IReadOnlyList<T> List<T>(int count, Func<int, T> element)
        {
            return new Elements<T>(() => GetSmall(count) ?? 0, element);
        }
    }

    /// <summary>A line of an order: a product, or a child of one.</summary>
    public sealed partial class Line
    {
        internal Line(Order order, int position) : base(order.Owner, order.Pointer, position, null)
        {
        }

        /// <summary>The texts of a list by its number; none where absent.</summary>
        public IReadOnlyList<string> GetList(int list)
        {
            return Held(() =>
            {
                var texts = new List<string>();
                for (uint place = 0; ; place++)
                {
                    UIntPtr length;
                    var text = Native.tillwire_line_listed(Pointer, Position, list, (UIntPtr)place, out length);
                    if (text == IntPtr.Zero)
                        return texts.AsReadOnly();
                    texts.Add(Utf8.Text(text, length));
                }
            });
        }
    }

    /// <summary>A payment of an order.</summary>
    public sealed partial class Payment
    {
        internal Payment(Order order, int position) : base(order.Owner, order.Pointer, position, null)
        {
        }
    }

    /// <summary>Somebody to whom an order matters.</summary>
    public sealed partial class Party
    {
        internal Party(Order order, int position) : base(order.Owner, order.Pointer, position, null)
        {
        }
    }

    /// <summary>A step of the kitchen.</summary>
    public sealed partial class Step
    {
        internal Step(Order order, int position) : base(order.Owner, order.Pointer, position, null)
        {
        }
    }

    /// <summary>A tax, fee or discount between the lines and the total.</summary>
    public sealed partial class Adjustment
    {
        internal Adjustment(Order order, int position) : base(order.Owner, order.Pointer, position, null)
        {
        }
    }
}
