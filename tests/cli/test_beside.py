"""Images beside a draft are read, and no draft reaches for a file elsewhere."""

import pytest

from workers.cli.beside import reader_beside


@pytest.fixture
def read(tmp_path):
    folder = tmp_path / "drafts"
    (folder / "pics").mkdir(parents=True)
    (folder / "pics" / "old quay.JPG").write_bytes(b"picture")
    (folder / "notes.txt").write_bytes(b"notes")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    return reader_beside(folder / "draft.md")


def test_an_image_in_the_folder_of_the_draft_is_read(read):
    """By its address as a draft writes it, with a query that a browser would drop."""
    assert read("pics/old%20quay.JPG?w=300") == b"picture"


@pytest.mark.parametrize(
    "address",
    [
        "../secret.jpg",
        "link.jpg",
        "/etc/hostname",
        "notes.txt",
        "pics",
        "none.jpg",
        "",
        "a\x00.jpg",
    ],
)
def test_nothing_else_is_read(read, address):
    """Above the folder, through a link, no image, not there."""
    assert read(address) is None
