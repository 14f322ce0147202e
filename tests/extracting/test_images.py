"""An image's own word on its making is read in every format, and no bytes can break the reader."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from image_samples import avif, jpeg, png, store, webp, xmp, xmp_element

from service.domain import ImageOrigin
from workers.extracting.images import MADE_BY_AI, MAX_BYTES, read_origin

FORMATS = [jpeg, png, webp, avif]


@pytest.mark.parametrize("make", FORMATS)
@pytest.mark.parametrize("source_type", sorted(MADE_BY_AI))
@pytest.mark.parametrize("packet", [xmp, xmp_element])
def test_the_digital_source_type_is_read_from_xmp(make, source_type, packet):
    """As an attribute and as an element, in each format."""
    assert read_origin(make(packet=packet(source_type))) == ImageOrigin(source_type)


@pytest.mark.parametrize("make", FORMATS)
def test_the_digital_source_type_is_read_from_a_c2pa_manifest(make):
    """The manifest of the image itself says that it was made by a model."""
    image = make(manifest=store("trainedAlgorithmicMedia"))
    assert read_origin(image) == ImageOrigin("trainedAlgorithmicMedia", has_c2pa=True)


@pytest.mark.parametrize("make", FORMATS)
def test_a_manifest_alone_says_nothing_of_ai(make):
    """Cameras sign their pictures too."""
    assert read_origin(make(manifest=store(None))) == ImageOrigin(None, has_c2pa=True)
    camera = read_origin(make(manifest=store("digitalCapture")))
    assert camera.source_type == "digitalCapture"
    assert camera.source_type not in MADE_BY_AI


def test_only_the_last_manifest_speaks_for_the_image():
    """The others came with pictures that went into it."""
    image = jpeg(manifest=store("trainedAlgorithmicMedia", "digitalCapture"))
    assert read_origin(image).source_type == "digitalCapture"


def test_a_packed_packet_is_read():
    """PNG may deflate it."""
    image = png(packet=xmp("trainedAlgorithmicMedia"), packed=True)
    assert read_origin(image).source_type == "trainedAlgorithmicMedia"


def test_a_packed_bomb_is_cut_short():
    """A megabyte of a packet is read, however much it would inflate to."""
    image = png(packet=b" " * 50_000_000 + xmp("trainedAlgorithmicMedia"), packed=True)
    assert read_origin(image) == ImageOrigin()


@pytest.mark.parametrize("make", FORMATS)
def test_an_image_without_metadata_says_nothing(make):
    """Silence is no origin."""
    assert read_origin(make()) == ImageOrigin()
    assert read_origin(make(packet=xmp("algorithmicMedia"))).source_type not in MADE_BY_AI


def test_words_in_the_picture_data_are_no_metadata():
    """Only the packet counts, wherever else the words may stand."""
    image = jpeg() + xmp("trainedAlgorithmicMedia")
    assert read_origin(image) == ImageOrigin()


@pytest.mark.parametrize("make", FORMATS)
def test_every_cut_of_an_image_is_read_without_an_error(make):
    """A download breaks off anywhere."""
    image = make(packet=xmp("trainedAlgorithmicMedia"), manifest=store("digitalCapture"))
    for end in range(len(image)):
        told = read_origin(image[:end]).source_type
        assert told in {None, "trainedAlgorithmicMedia", "digitalCapture"}


@given(st.sampled_from(FORMATS), st.binary(max_size=300), st.integers(0, 400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_without_an_error(make, noise, place):
    """Lengths that lie, boxes in boxes, anything."""
    image = make(packet=xmp("trainedAlgorithmicMedia"), manifest=store("digitalCapture"))
    assert isinstance(read_origin(image[:place] + noise + image[place:]), ImageOrigin)


def test_boxes_of_no_length_end():
    """A box that says it is as long as what is left is the last."""
    assert read_origin(b"\x00\x00\x00\x08ftyp" + struct.pack(">I", 0) + b"uuid") == ImageOrigin()


def test_an_image_over_the_limit_is_not_looked_into():
    """It says nothing, as far as we know."""
    image = jpeg(packet=xmp("trainedAlgorithmicMedia"))
    assert read_origin(image + b"\x00" * MAX_BYTES) == ImageOrigin()
