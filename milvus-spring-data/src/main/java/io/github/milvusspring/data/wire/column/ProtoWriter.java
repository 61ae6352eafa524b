package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes protobuf to a stream through one buffer. It writes floats in bulk.
 */
public final class ProtoWriter {

	private static final int BUFFER = 32 * 1024;

	private final OutputStream out;

	private final byte[] bytes;

	private final ByteBuffer buffer;

	private int position;

	public ProtoWriter(OutputStream out, int expectedSize) {
		this.out = out;
		this.bytes = new byte[Math.max(64, Math.min(BUFFER, expectedSize))];
		this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	public static int varintSize(long value) {
		return (value == 0) ? 1 : (70 - Long.numberOfLeadingZeros(value)) / 7;
	}

	/**
	 * Returns the size of a length-delimited field with a one-byte tag.
	 */
	public static int messageSize(int size) {
		return 1 + varintSize(size) + size;
	}

	public static int textSize(String text) {
		return messageSize(Utf8Length.size(text));
	}

	public void tag(int field, int wireType) throws IOException {
		varint(((long) field << 3) | wireType);
	}

	void varint(long value) throws IOException {
		ensure(10);
		long rest = value;
		while ((rest & ~0x7FL) != 0) {
			this.bytes[this.position++] = (byte) (rest | 0x80);
			rest >>>= 7;
		}
		this.bytes[this.position++] = (byte) rest;
	}

	public void varintField(int field, long value) throws IOException {
		tag(field, 0);
		varint(value);
	}

	public void header(int field, int size) throws IOException {
		tag(field, 2);
		varint(size);
	}

	void bool(boolean value) throws IOException {
		ensure(1);
		this.bytes[this.position++] = (byte) (value ? 1 : 0);
	}

	void fixed32(int value) throws IOException {
		ensure(4);
		this.buffer.putInt(this.position, value);
		this.position += 4;
	}

	public void fixed64(long value) throws IOException {
		ensure(8);
		this.buffer.putLong(this.position, value);
		this.position += 8;
	}

	public void floats(float[] values) throws IOException {
		int done = 0;
		while (done < values.length) {
			ensure(Math.min(4 * (values.length - done), this.bytes.length & ~3));
			int count = Math.min(values.length - done, (this.bytes.length - this.position) / 4);
			this.buffer.position(this.position);
			this.buffer.asFloatBuffer().put(values, done, count);
			this.position += 4 * count;
			done += count;
		}
	}

	public void text(int field, String text) throws IOException {
		int size = Utf8Length.size(text);
		header(field, size);
		if (size <= this.bytes.length && size == text.length()) {
			ascii(text, size);
		}
		else {
			raw(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	@SuppressWarnings("deprecation") // copies ASCII without a second array
	private void ascii(String text, int size) throws IOException {
		ensure(size);
		text.getBytes(0, size, this.bytes, this.position);
		this.position += size;
	}

	public void bytes(int field, byte[] value) throws IOException {
		header(field, value.length);
		raw(value);
	}

	public void raw(byte[] value) throws IOException {
		if (value.length > this.bytes.length) {
			flush();
			this.out.write(value, 0, value.length);
			return;
		}
		ensure(value.length);
		System.arraycopy(value, 0, this.bytes, this.position, value.length);
		this.position += value.length;
	}

	public void flush() throws IOException {
		if (this.position > 0) {
			this.out.write(this.bytes, 0, this.position);
			this.position = 0;
		}
	}

	private void ensure(int size) throws IOException {
		if (this.bytes.length - this.position < size) {
			flush();
		}
	}

}
