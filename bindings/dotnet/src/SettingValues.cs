// Settings by their codes: what those of a webhook and of an account have in common.
using System.Collections.Generic;

namespace Tillwire
{
    /// <summary>Settings by their codes. What is left null has the default.</summary>
    public abstract class SettingValues
    {
        internal readonly Dictionary<int, long> Numbers = new Dictionary<int, long>();
        internal readonly Dictionary<int, string> Texts = new Dictionary<int, string>();

        internal SettingValues()
        {
        }

        internal long? NumberOf(int setting)
        {
            long number;
            return Numbers.TryGetValue(setting, out number) ? number : (long?)null;
        }

        internal bool? FlagOf(int setting)
        {
            var number = NumberOf(setting);
            return number == null ? (bool?)null : number != 0;
        }

        internal string TextOf(int setting)
        {
            string text;
            return Texts.TryGetValue(setting, out text) ? text : null;
        }

        /// <summary>Sets a number by its code, for a library that is newer than this assembly; null takes it back.</summary>
        public void Set(int setting, long? value)
        {
            if (value == null)
                Numbers.Remove(setting);
            else
                Numbers[setting] = value.Value;
        }

        /// <summary>Sets a text by its code, for a library that is newer than this assembly; null takes it back.</summary>
        public void Set(int setting, string value)
        {
            if (value == null)
                Texts.Remove(setting);
            else
                Texts[setting] = value;
        }
    }
}
