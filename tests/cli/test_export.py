"""export: formats, kinds, conditions, and files that are written whole or not at all."""

import os
import stat

import pytest

from vitsurvey.cli import output
from vitsurvey.cli.export import FORMATS as OFFERED
from vitsurvey.exports import FORMATS, Request
from vitsurvey.exports.schema import json_schema


def test_every_format_of_the_library_is_offered():
    assert tuple(FORMATS) == OFFERED


@pytest.mark.parametrize(("form", "kind"), [
    (form, kind) for form, writer in FORMATS.items() for kind in writer.kinds
])
def test_every_format_writes_every_kind_that_it_takes(run, survey, form, kind):
    result = run("export", form, kind)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes.decode() == FORMATS[form].write(Request(lambda: survey, kind)) != ""


@pytest.mark.parametrize(("form", "default"), [("bibtex", "papers"), ("json", "")])
def test_a_kind_may_be_left_out_where_the_format_has_its_own(run, survey, form, default):
    assert run("export", form).stdout_bytes.decode() == FORMATS[form].write(Request(lambda: survey, default))


@pytest.mark.parametrize("latex", [False, True])
def test_latex_is_written_on_request(run, latex):
    text = run("export", "bibtex", *(["--latex"] if latex else [])).stdout

    assert (r"{\L}{\k{e}}cka" in text, "Łęcka" in text) == (latex, not latex)


def test_conditions_choose_and_say_how_many(run):
    result = run("export", "bibtex", "methods", "--where", "fuel=solid-fuel", "--where", "task=oven-keeping")

    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line.startswith("@")] == ["@inproceedings{lindqvist2020hearth,"]
    assert result.stderr == "1 of 4 methods\n"


def test_conditions_that_nothing_meets_give_an_empty_table(run):
    result = run("export", "csv", "methods", "--where", "fuel=wood", "--where", "fuel=electric")

    assert (result.exit_code, result.stdout.count("\n"), result.stderr) == (0, 1, "0 of 4 methods\n")


@pytest.mark.parametrize(("arguments", "code", "message"), [
    (("csv",), 2, "csv needs a KIND: papers, backbones, methods, datasets, benchmarks, results"),
    (("schema",), 2, "schema needs a KIND: papers, backbones, methods, datasets, benchmarks, results, survey, taxonomy"),
    (("csv", "method"), 2, "there is no kind 'method' in csv: did you mean 'methods'?"),
    (("csv", "taxonomy"), 2, "there is no kind 'taxonomy' in csv: one of: papers, backbones"),
    (("csv", "methods", "--where", "fuel"), 2, "'fuel' is not of the form FACET=CATEGORY"),
    (("csv", "methods", "--where", "=wood"), 2, "'=wood' is not of the form FACET=CATEGORY"),
    (("csv", "methods", "--latex"), 2, "--latex goes with bibtex, not with csv"),
    (("schema", "methods", "--where", "fuel=wood"), 2, "--where does not go with schema"),
    (("bibtex", "--where", "fuel=wood"), 2, "--where needs a KIND, such as methods"),
    (("excel", "methods"), 2, "'excel' is not one of"),
    (("csv", "methods", "--where", "fule=wood"), 1, "there is no facet 'fule': did you mean 'fuel'?"),
    (("csv", "papers", "--where", "fuel=wood"), 1, "papers stand in no facet: conditions choose among methods, datasets, benchmarks"),
])
def test_what_cannot_be_exported_says_why(run, tmp_path, arguments, code, message):
    file = tmp_path / "out"

    result = run("export", *arguments, "-o", str(file))

    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert not file.exists()


def test_a_schema_needs_no_valid_survey(run, project):
    project.write("data/taxonomy.yaml", "task: [")

    result = run("export", "schema", "methods", root=project.root)

    assert (result.exit_code, result.stdout) == (0, json_schema("methods"))


def test_a_file_holds_what_standard_output_would(run, tmp_path):
    file = tmp_path / "ovens.csv"

    result = run("export", "csv", "papers", "-o", str(file))

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert file.read_bytes() == run("export", "csv", "papers").stdout_bytes == run("export", "csv", "papers", "-o", "-").stdout_bytes
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(run, tmp_path):
    file = tmp_path / "ovens.bib"
    file.write_text("old")
    file.chmod(0o640)

    run("export", "bibtex", "-o", str(file))

    assert file.read_text(encoding="utf-8").startswith("% Bread Ovens")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(run, tmp_path):
    (tmp_path / "other").write_text("")

    run("export", "bibtex", "-o", str(tmp_path / "ovens.bib"))

    assert (tmp_path / "ovens.bib").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_is_followed_not_replaced(run, tmp_path):
    (tmp_path / "real.bib").write_text("old")
    (tmp_path / "link.bib").symlink_to(tmp_path / "real.bib")

    run("export", "bibtex", "-o", str(tmp_path / "link.bib"))

    assert (tmp_path / "link.bib").is_symlink()
    assert "Łęcka" in (tmp_path / "real.bib").read_text(encoding="utf-8")


def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(run, tmp_path, monkeypatch):
    file = tmp_path / "ovens.bib"
    file.write_text("old")

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.Path, "replace", full)
    result = run("export", "bibtex", "-o", str(file))

    assert (result.exit_code, result.stderr) == (1, f"Error: cannot write {file}: no space left on device\n")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_is_not_written_over(run, tmp_path):
    result = run("export", "bibtex", "-o", str(tmp_path))

    assert (result.exit_code, result.stderr) == (1, f"Error: cannot write {tmp_path}: it is a folder\n")


def test_a_folder_that_is_missing_is_named(run, tmp_path):
    result = run("export", "bibtex", "-o", str(tmp_path / "No" / "ovens.bib"))

    assert (result.exit_code, result.stderr) == (1, f"Error: cannot write {tmp_path}/No/ovens.bib: there is no folder {tmp_path}/No\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="NOT CHECKED that a named pipe can be written to: this system has none")
def test_a_pipe_is_written_to_not_replaced(run, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    result = run("export", "csv", "benchmarks", "-o", str(pipe))

    assert result.exit_code == 0
    assert os.read(reader, 100_000) == run("export", "csv", "benchmarks").stdout_bytes
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
