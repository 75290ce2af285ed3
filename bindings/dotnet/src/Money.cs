// An exact amount.
using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Tillwire
{
    /// <summary>An exact amount of money in major units (dollars, not cents), with as many decimal places as the document
    /// wrote.</summary>
    public struct Money : IEquatable<Money>
    {
        readonly decimal amount;
        readonly string currency;

        /// <summary>An amount in a currency, an ISO 4217 code in either case or null.</summary>
        /// <exception cref="ArgumentException">The currency is not three letters.</exception>
        public Money(decimal amount, string currency)
        {
            this.amount = amount;
            this.currency = string.IsNullOrEmpty(currency) ? null : currency.ToUpperInvariant();
            if (this.currency != null && (currency.Length != 3 || this.currency.Any(letter => letter < 'A' || letter > 'Z')))
                throw new ArgumentException("a currency is three letters, A to Z", nameof(currency));
        }

        /// <summary>The amount.</summary>
        public decimal Amount { get { return amount; } }

        /// <summary>ISO 4217 code; null where the document states none.</summary>
        public string Currency { get { return currency; } }

        /// <summary>The amount in units of 10^-<paramref name="digits"/>, exactly: 35.42 with 2 digits is 3542.</summary>
        /// <exception cref="TillwireException"><see cref="Status.Inexact"/> where the amount has more decimal places than that,
        /// <see cref="Status.Range"/> where it does not fit.</exception>
        public long ToMinor(int digits)
        {
            long units;
            IntPtr error;
            TillwireLibrary.Check();
            var money = ToNative();
            TillwireException.Check(Native.tillwire_money_minor(ref money, digits, out units, out error), error);
            return units;
        }

        /// <summary>The amount in the currency's own minor units: cents, or whole yen. Two digits without a currency.</summary>
        /// <exception cref="TillwireException">As <see cref="ToMinor(int)"/>.</exception>
        public long ToMinor()
        {
            return ToMinor(Digits(currency));
        }

        /// <summary>How many decimal digits a currency has: 2 for SGD, 0 for JPY; 2 for a code that is not known and for
        /// null.</summary>
        public static int Digits(string currency)
        {
            TillwireLibrary.Check();
            return Native.tillwire_currency_digits(Utf8.Terminated(currency, nameof(currency)));
        }

        /// <summary>The amount as people read it, without the currency: 28.5 SGD is "28.50". Nothing is rounded. An amount of more
        /// than 64 bits is as .NET writes it.</summary>
        public override string ToString()
        {
            tillwire_money money;
            if (!TryNative(out money))
                return amount.ToString(CultureInfo.InvariantCulture);
            IntPtr error;
            TillwireLibrary.Check();
            var buffer = new byte[Native.TILLWIRE_FORMAT_SIZE];
            TillwireException.Check(
                Native.tillwire_money_format(ref money, buffer, Utf8.Length(buffer), out error), error);
            return Utf8.Text(buffer);
        }

        /// <summary>A quantity as people read it, without zeros at its end: "1", "1.5".</summary>
        /// <exception cref="TillwireException"><see cref="Status.Range"/> where it has more than 18 digits.</exception>
        public static string Quantity(decimal quantity)
        {
            IntPtr error;
            TillwireLibrary.Check();
            var number = new Money(quantity, null).ToNative();
            var buffer = new byte[Native.TILLWIRE_FORMAT_SIZE];
            TillwireException.Check(
                Native.tillwire_quantity_format(ref number, buffer, Utf8.Length(buffer), out error), error);
            return Utf8.Text(buffer);
        }

        /// <summary>Whether amount and currency are the same; 1.5 equals 1.50.</summary>
        public bool Equals(Money other)
        {
            return amount == other.amount && currency == other.currency;
        }

        /// <inheritdoc/>
        public override bool Equals(object other)
        {
            return other is Money && Equals((Money)other);
        }

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            return amount.GetHashCode() ^ (currency == null ? 0 : currency.GetHashCode());
        }

        /// <summary>Whether amount and currency are the same.</summary>
        public static bool operator ==(Money left, Money right)
        {
            return left.Equals(right);
        }

        /// <summary>Whether amount or currency differ.</summary>
        public static bool operator !=(Money left, Money right)
        {
            return !left.Equals(right);
        }

        /// <summary>Always fits: a decimal has 96 bits and 28 decimal places.</summary>
        internal static Money Of(tillwire_money money)
        {
            var bits = decimal.GetBits(money.units);
            var amount = new decimal(bits[0], bits[1], bits[2], money.units < 0, checked((byte)money.scale));
            return new Money(amount, Utf8.Text(money.currency));
        }

        tillwire_money ToNative()
        {
            tillwire_money money;
            if (!TryNative(out money))
                throw TillwireException.Plain(Status.Range);
            return money;
        }

        // False where the units have more than 64 bits.
        bool TryNative(out tillwire_money money)
        {
            var bits = decimal.GetBits(amount);
            var whole = new decimal(bits[0], bits[1], bits[2], amount < 0, 0);
            var code = new byte[4];
            if (currency != null)
                Encoding.ASCII.GetBytes(currency, 0, currency.Length, code, 0);
            var fits = whole >= long.MinValue && whole <= long.MaxValue;
            money = new tillwire_money { units = fits ? (long)whole : 0, scale = bits[3] >> 16 & 0xFF, currency = code };
            return fits;
        }
    }
}
