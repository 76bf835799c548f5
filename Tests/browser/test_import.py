"""A log is imported through the page: read, mapped anew, written, mended, imported again, one link taken back, undone."""

import csv
import io
import random
import re
import xml.sax.saxutils
import zipfile

import pytest

import tirek
from playing import PATIENCE, Program, go, id_in, press_button, submit_of, until
from visiting import new_visitor, overflowing, screenshot

ROWS = 300
PEOPLE = 120
#: Every so-manieth row has a date that doesn't exist.
BAD = 30
TITLES = [
    "Дата", "Канал", "Язык", "ФИО", "Пол", "Телефон", "Страна", "Категория", "Суть", "№ дела", "Прочее"
]
FAMILIES = [
    "Абдыкадырова", "Токтосунова", "Мамбеткулова", "Жээнбекова", "Осмоналиева", "Чынгышева", "Бекова",
    "Кыдыралиева", "Бейшеналиева", "Сатыбалдиева", "Эргешова", "Ырыскулова",
]
GIVEN = ["Нургүл", "Динара", "Бермет", "Чолпон", "Зуура", "Жылдыз", "Махабат", "Перизат", "Сайкал", "Венера"]


def rows() -> list[list[str]]:
    """People who come again under one number, some with a case, and rows whose date doesn't exist."""
    dice = random.Random(3)
    made = []
    for number in range(ROWS):
        who = number % PEOPLE
        name = f"{FAMILIES[who % 12]} {GIVEN[who // 12]}"
        day = "31.02.2025" if number % BAD == BAD - 1 else f"{1 + number % 28:02}.{1 + number // 28:02}.2025"
        case = f"Д-{who}" if who % 10 == 0 else ""
        problem = dice.choice(["Невыплата зарплаты", "Задержание", "Жильё"])
        made.append([
            day, dice.choice(["звонок", "WA", "визит"]), "рус", name, "ж", f"+7900{who:07}", "РФ", problem,
            f"строка {number}", case, f"пометка {number}",
        ])
    return made


def as_csv(lines: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(lines)
    return text.getvalue().encode()


def as_xlsx(lines: list[list[str]]) -> bytes:
    """The least that a spreadsheet program reads: one sheet with its texts in the cells."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    sheet = "".join(
        f'<row r="{line}">' + "".join(
            f'<c r="{letters[column]}{line}" t="inlineStr"><is><t>{xml.sax.saxutils.escape(cell)}</t></is></c>'
            for column, cell in enumerate(cells)
        ) + "</row>"
        for line, cells in enumerate(lines, 1)
    )
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="2025" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return packed.getvalue()


@pytest.fixture
def own(tmp_path):
    """A network of its own, since an import that is undone must leave nothing behind."""
    done = tirek.run(
        "demo", "--directory", tmp_path / "demo", "--people", 20, "--contacts", 40, "--cases", 10, "--json", timeout=300
    )
    assert done.returncode == 0, done.stderr
    accounts = tirek.accounts_from(done.stdout)
    with tirek.Server("serve", "--demo", tmp_path / "demo", log=tmp_path / "server.log") as server:
        yield server, next(account for account in accounts if account.role == "manager")


def upload(visitor, name: str, content: bytes) -> str:
    """Gives a file to the page; returns the import's id."""
    page = go(visitor, "/import")
    page.locator("input[type=file][name=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    press_button(page, submit_of(page, "/import"))
    return id_in(page.url)


def figures(page) -> list[int]:
    """Taken, to be looked at, not taken, passed over, people, cases; before the writing also who may be the same."""
    texts = page.locator("main dl").first.locator("dd").all_inner_texts()
    return [int(re.sub(r"\D", "", text)) for text in texts]


def start(visitor, run: str):
    """Starts an import and waits until the page says by itself that it is done."""
    page = visitor.page
    press_button(page, page.locator(f"form[action='/import/{run}/start'] button:not(.sr)"))
    page.locator("a[href$='/links']").wait_for(timeout=60_000)


def rejected(visitor, run: str) -> list[list[str]]:
    answer = visitor.context.request.get(f"{visitor.address}/import/{run}/rejected.csv")
    assert answer.status == 200
    return list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"))))


def counts(program) -> dict:
    return {measure: program.total(measure) for measure in ("contacts", "cases", "persons")}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_log_through_the_page(browser, own, kind):
    server, manager = own
    visitor = new_visitor(browser, server)
    visitor.context.set_default_timeout(PATIENCE)
    visitor.sign_in(manager)
    program = Program(server, manager)
    before = counts(program)
    lines = rows()
    bad = ROWS // BAD
    content = {"csv": as_csv, "xlsx": as_xlsx}[kind]([TITLES, *lines])

    # What would happen, with nothing written yet.
    run = upload(visitor, f"journal.{kind}", content)
    page = visitor.page
    taken, _, refused, _, people, cases, _ = figures(page)
    assert (taken, refused, cases) == (ROWS - bad, bad, PEOPLE // 10)
    assert 0.9 * PEOPLE <= people <= PEOPLE
    assert counts(program) == before
    screenshot(visitor, "en", f"import-{kind}")

    # A column that nobody knew is now the note.
    last = page.locator("form[action$='/mapping'] select").last
    assert last.input_value() == ""
    last.select_option("note")
    press_button(page, submit_of(page, "/mapping"))
    assert page.locator("form[action$='/mapping'] select").last.input_value() == "note"

    start(visitor, run)
    assert figures(page)[0] == ROWS - bad
    found = counts(program)
    assert found["contacts"] - before["contacts"] == ROWS - bad
    assert found["cases"] - before["cases"] == PEOPLE // 10
    assert found["persons"] - before["persons"] == people

    # The rows that were not taken, mended and given back: they alone are added.
    table = rejected(visitor, run)
    assert len(table) == bad + 1 and table[0][4:] == TITLES
    day = table[0].index("Дата")
    for line in table[1:]:
        assert line[day] == "31.02.2025"
        line[day] = "28.02.2025"
    again = upload(visitor, "mended.csv", as_csv(table))
    assert figures(page)[0] == bad
    start(visitor, again)
    assert program.total("contacts") - before["contacts"] == ROWS

    # The same file once more adds nothing.
    second = upload(visitor, f"journal.{kind}", content)
    assert page.locator("form[action$='/mapping'] select").last.input_value() == "note", "the columns are kept"
    start(visitor, second)
    assert program.total("contacts") - before["contacts"] == ROWS
    page = go(visitor, "/statistics?measure=contacts&rows=month")
    assert f"{program.total('contacts')}" in re.sub(r"[,\s\u00a0\u202f]", "", page.locator("main").inner_text())

    take_one_back(visitor, program, run)

    # All of it is taken back, after the password.
    for each in (second, again, run):
        undo(visitor, manager, each)
    assert counts(program) == before
    page = go(visitor, f"/import/{run}")
    assert page.locator("main a[href$='/links']").count() == 0
    assert not visitor.troubles
    visitor.context.close()


def take_one_back(visitor, program, run: str):
    """One link that was wrong: the contact gets a person of its own, and is linked again."""
    people = program.total("persons")
    page = go(visitor, f"/import/{run}/links?reason=same_phone")
    assert page.locator("tbody tr").count() == 50
    page = go(visitor, f"/import/{run}/links")
    line = page.locator("tbody tr").first
    who = line.locator("td a[href^='/people/']").first.get_attribute("href")
    contact = line.locator("input[name=contact]").first.get_attribute("value")
    press_button(page, line.locator("button[value=take_back]"))
    assert page.locator("#news .notice").count() == 1
    line = page.locator("tr", has=page.locator(f"input[name=contact][value='{contact}']"))
    now = line.locator("td a[href^='/people/']").first.get_attribute("href")
    assert now != who
    assert program.total("persons") == people + 1
    assert visitor.context.request.get(visitor.address + now).status == 200
    screenshot(visitor, "en", "import-links")
    visitor.resize((360, 740))
    page = go(visitor, f"/import/{run}/links")
    assert not overflowing(page)
    screenshot(visitor, "en", "import-links")
    visitor.resize((1280, 800))
    page = go(visitor, f"/import/{run}/links?state=taken_back")
    assert page.locator("tbody tr").count() == 1
    press_button(page, page.locator("button[value=again]"))
    assert program.total("persons") == people
    assert visitor.context.request.get(visitor.address + now).status == 404
    page = go(visitor, f"/import/{run}/links")
    press_button(page, page.locator("button[value=confirm]").first)
    assert go(visitor, f"/import/{run}/links?state=confirmed").locator("tbody tr").count() == 1
    # And one that stays taken back when the whole is undone.
    page = go(visitor, f"/import/{run}/links")
    press_button(page, page.locator("button[value=take_back]").last)


def undo(visitor, manager, run: str):
    page = go(visitor, f"/import/{run}/undo")
    if page.locator("input[type=password]").count():
        page.locator("input[type=password]").fill(manager.password)
        press_button(page, submit_of(page, "/account/confirm"))
    press_button(page, page.locator(f"form[action='/import/{run}/undo'] button:not(.sr)").first)
    assert page.url.endswith(f"/import/{run}")

    def is_undone() -> bool:
        page.reload()
        return page.locator("progress").count() == 0

    until("the import is undone", is_undone, 120)
    assert page.locator(f"a[href='/import/{run}/undo']").count() == 0


#: Three pairs under one name each, with nothing else in common.
TWINS = [
    ["01.02.2025", "звонок", "рус", "Осмоналиева Бермет", "ж", "", "РФ", "Жильё", "негде жить", "", ""],
    ["09.06.2025", "WA", "рус", "Осмоналиева Бермет", "ж", "", "РФ", "Задержание", "забрали", "", ""],
    ["02.02.2025", "звонок", "рус", "Ырыскулова Сайкал", "ж", "", "РФ", "Жильё", "выселяют", "", ""],
    ["10.06.2025", "WA", "рус", "Ырыскулова Сайкал", "ж", "", "РФ", "Задержание", "в отделе", "", ""],
    ["03.02.2025", "звонок", "рус", "Чынгышева Перизат", "ж", "", "РФ", "Жильё", "общежитие", "", ""],
    ["11.06.2025", "WA", "рус", "Чынгышева Перизат", "ж", "", "РФ", "Задержание", "с утра", "", ""],
]


def test_who_may_be_the_same_is_asked_before_anything_is_written(browser, own):
    server, manager = own
    visitor = new_visitor(browser, server)
    visitor.context.set_default_timeout(PATIENCE)
    visitor.sign_in(manager)
    program = Program(server, manager)
    before = counts(program)
    run = upload(visitor, "twins.csv", as_csv([TITLES, *TWINS]))
    page = visitor.page
    assert figures(page)[4:] == [6, 0, 3]
    page = go(visitor, f"/import/{run}/suspected")
    assert page.locator("tbody tr").count() == 3
    screenshot(visitor, "en", "import-suspected")
    visitor.resize((360, 740))
    assert not overflowing(go(visitor, f"/import/{run}/suspected"))
    screenshot(visitor, "en", "import-suspected")
    visitor.resize((1280, 800))

    # One is the same person, one somebody else, one is left for later.
    def line(family: str):
        return page.locator("tbody tr", has_text=family)

    page = go(visitor, f"/import/{run}/suspected")
    line("Осмоналиева").locator("select").select_option("same")
    line("Ырыскулова").locator("select").select_option("other")
    press_button(page, submit_of(page, f"/import/{run}/suspected"))
    assert page.locator("#news .notice").count() == 1
    assert line("Осмоналиева").locator("select").input_value() == "same"
    assert line("Ырыскулова").locator("select").input_value() == "other"
    assert line("Чынгышева").locator("select").input_value() == ""
    assert counts(program) == before

    # Another reading of the same file keeps them.
    second = upload(visitor, "twins.csv", as_csv([TITLES, *TWINS]))
    assert figures(page)[4:] == [5, 0, 1]
    go(visitor, f"/import/{second}")
    start(visitor, second)
    found = counts(program)
    assert found["contacts"] - before["contacts"] == 6
    assert found["persons"] - before["persons"] == 5

    # The same person is a link like the others; who was left for later can be compared; somebody else is not asked again.
    page = go(visitor, f"/import/{second}/links?reason=chosen")
    assert page.locator("tbody tr").count() == 1
    assert page.locator("button[value=take_back]").count() == 1
    page = go(visitor, f"/import/{second}/suspected")
    assert page.locator("tbody tr").count() == 1
    compare = line("Чынгышева").locator("a[href^='/people/duplicates/']").get_attribute("href")
    page = go(visitor, compare)
    assert page.locator("main").inner_text().count("Чынгышева") >= 2

    # An import that brings somebody of the register under their number asks about them too.
    people = program.total("persons")
    number = ["04.02.2025", "звонок", "рус", "Бекова Динара", "ж", "+79009998877", "РФ", "Жильё", "раз", "", ""]
    first = upload(visitor, "one.csv", as_csv([TITLES, number]))
    start(visitor, first)
    again = ["05.07.2025", "WA", *number[2:8], "два", "", ""]

    def is_asked() -> bool:
        run = upload(visitor, "two.csv", as_csv([TITLES, again]))
        return page.locator(f"a[href='/import/{run}/suspected']").count() == 1

    until("the search knows who was imported", is_asked, 30)
    third = id_in(page.url)
    page = go(visitor, f"/import/{third}/suspected")
    page.locator("select[name=choice0]").select_option("same")
    press_button(page, submit_of(page, f"/import/{third}/suspected"))
    go(visitor, f"/import/{third}")
    start(visitor, third)
    assert program.total("persons") == people + 1
    for each in (third, first, second):
        undo(visitor, manager, each)
    assert counts(program) == before
    assert not visitor.troubles
    visitor.context.close()
