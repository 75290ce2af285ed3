"""What the C# programs declare is what the header declares; and a difference would be found."""

import pathlib
import unittest
from xml.etree import ElementTree

from declarations import Header, differences

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["examples/dotnet", "tests/bindings/dotnet"]


class Declarations(unittest.TestCase):
    def setUp(self):
        self.header = Header((ROOT / "include/tillwire.h").read_text(encoding="utf-8"))

    def test_each_folder_declares_what_the_header_declares(self):
        for folder in FOLDERS:
            sources = [source.read_text(encoding="utf-8") for source in sorted((ROOT / folder).rglob("*.cs"))]
            with self.subTest(folder):
                found, compared = differences(self.header, "\n".join(sources))
                self.assertEqual(found, [])
                self.assertGreater(compared, 10 * len(sources))

    def test_each_kind_of_difference_is_found(self):
        source = (ROOT / "examples/dotnet/PrintOrder.cs").read_text(encoding="utf-8")
        for right, wrong in (
            ("ORDER_REFERENCE = 102", "ORDER_REFERENCE = 103"),
            ("TILLWIRE_OK = 0", "TILLWIRE_FINE = 0"),
            ("Library, CallingConvention = Cdecl", "Library"),
            ("CallingConvention.Cdecl", "CallingConvention.StdCall"),
            ("static extern IntPtr tillwire_name", "static extern string tillwire_name"),
            ("tillwire_error_free", "tillwire_error_close"),
            ("int group, long code", "int group, int code"),
            ("UIntPtr position, int field", "int position, int field"),
            ("IntPtr headers, byte[] body, UIntPtr length", "IntPtr headers, byte[] body"),
            ("ref tillwire_money", "tillwire_money"),
            ("public int scale", "public long scale"),
            ("SizeConst = 4", "SizeConst = 3"),
            ("LayoutKind.Sequential", "LayoutKind.Auto"),
        ):
            with self.subTest(wrong):
                self.assertIn(right, source)
                found, _ = differences(self.header, source.replace(right, wrong, 1))
                self.assertNotEqual(found, [])

    def test_projects_name_files_that_exist(self):
        projects = sorted((ROOT / "examples/dotnet").glob("*.csproj"))
        self.assertTrue(projects, "no project")
        for project in projects:
            tree = ElementTree.parse(project)
            self.assertEqual(tree.getroot().get("Sdk"), "Microsoft.NET.Sdk")
            files = [item.get("Include") for item in tree.iter("Compile")]
            self.assertTrue(files)
            for file in files:
                self.assertTrue((project.parent / file).exists(), file)


if __name__ == "__main__":
    unittest.main()
