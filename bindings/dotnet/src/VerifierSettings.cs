// How one webhook is set up.
using System;
using System.Collections.Generic;

namespace Tillwire
{
    /// <summary>How one webhook is set up: platform, scheme, secrets, limits. What is left null is as the platform documents
    /// it.</summary>
    public sealed partial class VerifierSettings : SettingValues
    {
        /// <summary>The defaults of a platform.</summary>
        public VerifierSettings(Platform platform)
        {
            Platform = platform;
            Secrets = new List<string>();
            Scales = new Dictionary<string, int>();
            Stores = new Dictionary<string, string>();
            Locations = new Dictionary<string, string>();
            Dictionaries = new Dictionary<Vocabulary, byte[]>();
        }

        /// <summary>The platform.</summary>
        public Platform Platform { get; private set; }

        /// <summary>The secrets, as the platform shows them. A delivery under any of them passes: two while the platform changes
        /// from one to the next.</summary>
        public IList<string> Secrets { get; private set; }

        /// <summary>By currency (ISO 4217), how many decimal places whole numbers stand for where the platform leaves their unit
        /// open.</summary>
        public IDictionary<string, int> Scales { get; private set; }

        /// <summary>The vendor's own id of each store by its key, as in <see cref="Order.StoreKey"/>.</summary>
        public IDictionary<string, string> Stores { get; private set; }

        /// <summary>Where the received body has what the platform's documented body has: "$.data.orderId" at "$.ref".</summary>
        public IDictionary<string, string> Locations { get; private set; }

        /// <summary>Dictionaries that the platform serves, as the bytes of its answers, which win over the built-in
        /// tables.</summary>
        public IDictionary<Vocabulary, byte[]> Dictionaries { get; private set; }

        /// <summary>The signed time is not compared with the clock: for a till whose clock is wrong. Deliveries can then be
        /// replayed; ignore repeats by their keys.</summary>
        public void SwitchToleranceOff()
        {
            ToleranceSeconds = Native.TILLWIRE_TOLERANCE_OFF;
        }

        internal SettingsHandle ToNative()
        {
            SettingsHandle settings;
            IntPtr error;
            TillwireException.Check(Native.tillwire_settings_new((int)Platform, out settings, out error), error);
            try
            {
                Fill(settings);
                return settings;
            }
            catch
            {
                settings.Dispose();
                throw;
            }
        }

        void Fill(SettingsHandle settings)
        {
            IntPtr error;
            foreach (var secret in Secrets)
            {
                var bytes = Utf8.Bytes(secret, nameof(Secrets));
                var status = Native.tillwire_settings_add_secret(settings, bytes, Utf8.Length(bytes), out error);
                Array.Clear(bytes, 0, bytes.Length);
                TillwireException.Check(status, error);
            }
            foreach (var number in Numbers)
                TillwireException.Check(
                    Native.tillwire_settings_set_int(settings, number.Key, number.Value, out error), error);
            foreach (var text in Texts)
            {
                var value = Utf8.Required(text.Value, nameof(text));
                TillwireException.Check(Native.tillwire_settings_set_text(settings, text.Key, value, out error), error);
            }
            foreach (var scale in Scales)
            {
                var currency = Utf8.Required(scale.Key, nameof(Scales));
                TillwireException.Check(
                    Native.tillwire_settings_set_scale(settings, currency, scale.Value, out error), error);
            }
            foreach (var store in Stores)
            {
                var key = Utf8.Required(store.Key, nameof(Stores));
                var id = Utf8.Required(store.Value, nameof(Stores));
                TillwireException.Check(Native.tillwire_settings_add_store(settings, key, id, out error), error);
            }
            foreach (var location in Locations)
            {
                var canonical = Utf8.Required(location.Key, nameof(Locations));
                var actual = Utf8.Required(location.Value, nameof(Locations));
                TillwireException.Check(
                    Native.tillwire_settings_add_location(settings, canonical, actual, out error), error);
            }
            foreach (var dictionary in Dictionaries)
            {
                UIntPtr count;
                var body = dictionary.Value;
                if (body == null)
                    throw new ArgumentNullException(nameof(Dictionaries));
                TillwireException.Check(
                    Native.tillwire_settings_load_dictionary(
                        settings, (int)dictionary.Key, body, Utf8.Length(body), out count, out error),
                    error);
            }
        }
    }
}
