// One field of an order, or of all its parts, as the library writes it: the way to amounts whose units do not fit 64 bits.
using System;
using System.Globalization;

namespace Tillwire
{
    internal static class Column
    {
        /// <summary>An amount of the order, at position 0, or of the part at a position; it is there.</summary>
        internal static Money Amount(IntPtr order, int field, UIntPtr position)
        {
            // As in [["12.5 SGD",null,"3"]]: no comma, quote or escape stands within an amount.
            var elements = Read(order, field).Trim('[', ']').Split(',');
            var stated = elements[checked((int)position.ToUInt32())].Trim('"').Split(' ');
            var amount = decimal.Parse(
                stated[0], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            return new Money(amount, stated.Length > 1 ? stated[1] : null);
        }

        static string Read(IntPtr order, int field)
        {
            var buffer = new byte[1024];
            while (true)
            {
                UIntPtr length;
                IntPtr error;
                var status = Native.tillwire_order_columns(
                    order, new[] { field }, (UIntPtr)1, buffer, Utf8.Length(buffer), out length, out error);
                var needed = checked((int)length.ToUInt32() + 1);
                if (status != Native.TILLWIRE_E_BUFFER || needed <= buffer.Length)
                {
                    TillwireException.Check(status, error);
                    return Utf8.Text(buffer);
                }
                Native.tillwire_error_free(error);
                buffer = new byte[needed];
            }
        }
    }
}
