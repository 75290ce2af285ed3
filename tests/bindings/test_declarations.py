"""What the .NET assembly declares is what the header declares, and it uses all of it; a difference would be found."""

import pathlib
import re
import unittest
from xml.etree import ElementTree

from declarations import Header, differences
from dotnet_package import items, rid_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
ASSEMBLY = ROOT / "bindings/dotnet/src"


class Declarations(unittest.TestCase):
    def setUp(self):
        self.header = Header((ROOT / "include/tillwire.h").read_text(encoding="utf-8"))
        self.source = (ASSEMBLY / "Native.cs").read_text(encoding="utf-8")

    def test_the_assembly_declares_what_the_header_declares_and_all_of_it(self):
        self.assertEqual(differences(self.header, self.source), [])

    def test_the_assembly_uses_every_function_and_every_constant(self):
        files = [file for file in ASSEMBLY.glob("*.cs") if file.name != "Native.cs"]
        text = "\n".join([file.read_text(encoding="utf-8") for file in files])
        used = set(re.findall(r"\bNative\.(tillwire_\w+|TILLWIRE_\w+)", text))
        # Handles free what they hold.
        used |= set(re.findall(r"\bNative\.(tillwire_\w+_free)\(handle\)", self.source))
        self.assertEqual({*self.header.functions, *self.header.constants} - used, set())

    def test_each_kind_of_difference_is_found(self):
        for right, wrong in (
            ("ORDER_REFERENCE = 102", "ORDER_REFERENCE = 103"),
            ("TILLWIRE_OK = 0", "TILLWIRE_FINE = 0"),
            ("Library, CallingConvention = Cdecl", "Library"),
            ("CallingConvention.Cdecl", "CallingConvention.StdCall"),
            ("static extern IntPtr tillwire_name", "static extern string tillwire_name"),
            ("tillwire_error_free", "tillwire_error_close"),
            ("int group, long code", "int group, int code"),
            ("UIntPtr position, int field", "int position, int field"),
            ("EventHandle @event, int field", "OrderHandle @event, int field"),
            ("HeadersHandle headers, byte[] body, UIntPtr len", "HeadersHandle headers, byte[] body"),
            ("ref tillwire_money", "tillwire_money"),
            ("public int scale", "public long scale"),
            ("SizeConst = 4", "SizeConst = 3"),
            ("LayoutKind.Sequential", "LayoutKind.Auto"),
            ("internal const int TILLWIRE_ROLE_COURIER = 4;", ""),
        ):
            with self.subTest(wrong):
                self.assertIn(right, self.source)
                self.assertNotEqual(differences(self.header, self.source.replace(right, wrong, 1)), [])

    def test_projects_name_files_that_exist(self):
        projects = [*(ROOT / "examples/dotnet").glob("*.csproj"), *(ROOT / "bindings/dotnet").glob("*.csproj")]
        self.assertEqual(len(projects), 3)
        for project in projects:
            tree = ElementTree.parse(project)
            self.assertEqual(tree.getroot().get("Sdk"), "Microsoft.NET.Sdk")
            named = [item.get("Include") for kind in ("Compile", "None", "ProjectReference") for item in tree.iter(kind)]
            files = [file for file in named if not file.startswith("$(TillwireDist)")]
            self.assertTrue(files)
            for file in files:
                self.assertTrue(list(project.parent.glob(file)) if "*" in file else (project.parent / file).exists(), file)

    def test_the_package_has_the_release_of_the_library(self):
        (release,) = re.findall(r'^version = "(.*)"$', (ROOT / "Cargo.toml").read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual(ElementTree.parse(ROOT / "bindings/dotnet/Tillwire.csproj").find(".//Version").text, release)

    def test_the_package_has_each_library_under_the_name_that_is_asked_for(self):
        paths = [path for _, paths in items() for path in paths]
        natives = {rid_of(path): path for path in paths if rid_of(path)}
        (name,) = re.findall(r'const string Library = "(\w+)";', self.source)
        for rid, path in natives.items():
            self.assertEqual(pathlib.Path(path).name, name + (".dll" if rid.startswith("win-") else ".so"))
            # Windows knows no case: beside the assembly, the library would be the same file.
            self.assertNotEqual(pathlib.Path(path).stem.lower(), "tillwire")
        loader = (ASSEMBLY / "NativeLoader.cs").read_text(encoding="utf-8")
        (packaged,) = re.findall(r"Packaged = \{(.*?)\};", loader)
        self.assertEqual(set(re.findall(r'"([^"]+)"', packaged)), natives.keys())
        targets = (ASSEMBLY.parent / "build/Tillwire.targets").read_text(encoding="utf-8")
        copied = re.findall(r'Include="\$\(MSBuildThisFileDirectory\)([^"]*)"', targets)
        self.assertEqual(len(copied), 3)
        for file in copied:
            file = file.replace("..\\", "").replace("\\", "/").replace("$(TillwireMono)", "linux-x64")
            self.assertIn(file, natives.values())


if __name__ == "__main__":
    unittest.main()
