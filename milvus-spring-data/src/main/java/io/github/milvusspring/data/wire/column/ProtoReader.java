package io.github.milvusspring.data.wire.column;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import io.milvus.shaded.io.grpc.KnownLength;

/**
 * Reads protobuf from a stream through one buffer. It reads floats in bulk.
 */
public final class ProtoReader {

	private static final int BUFFER = 32 * 1024;

	private final InputStream in;

	private final byte[] bytes;

	private final ByteBuffer buffer;

	private int position;

	private int limit;

	private long consumed;

	/** The size of the message in bytes. A length within it must not exceed the rest. */
	private final long total;

	public ProtoReader(InputStream in) throws IOException {
		// The stream of a compressed message does not know its length.
		this.in = (in instanceof KnownLength || in instanceof ByteArrayInputStream) ? in
				: new ByteArrayInputStream(in.readAllBytes());
		this.total = this.in.available();
		this.bytes = new byte[(int) Math.max(64, Math.min(BUFFER, this.total))];
		this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Returns the number of bytes read so far.
	 */
	public long position() {
		return this.consumed + this.position;
	}

	/**
	 * Returns the next tag, 0 at the end of the stream.
	 */
	public int tag() throws IOException {
		return (this.position < this.limit || fill()) ? (int) varint() : 0;
	}

	public long varint() throws IOException {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			byte next = read();
			value |= (long) (next & 0x7F) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw new IOException("A varint is longer than 10 bytes");
	}

	public int size() throws IOException {
		long size = varint();
		if (size < 0 || size > this.total - position()) {
			throw new IOException(
					"A length of " + size + " is more than the " + (this.total - position()) + " bytes that are left");
		}
		return (int) size;
	}

	public int fixed32() throws IOException {
		require(4);
		int value = this.buffer.getInt(this.position);
		this.position += 4;
		return value;
	}

	long fixed64() throws IOException {
		require(8);
		long value = this.buffer.getLong(this.position);
		this.position += 8;
		return value;
	}

	public void floats(float[] target, int offset, int count) throws IOException {
		int done = 0;
		while (done < count) {
			if (this.limit - this.position < 4) {
				require(4);
			}
			int step = Math.min(count - done, (this.limit - this.position) / 4);
			this.buffer.limit(this.limit).position(this.position);
			this.buffer.asFloatBuffer().get(target, offset + done, step);
			this.buffer.clear();
			this.position += 4 * step;
			done += step;
		}
	}

	public String text() throws IOException {
		int size = size();
		if (size <= this.bytes.length) {
			require(size);
			String text = new String(this.bytes, this.position, size, StandardCharsets.UTF_8);
			this.position += size;
			return text;
		}
		return new String(raw(size), StandardCharsets.UTF_8);
	}

	byte[] bytes() throws IOException {
		return raw(size());
	}

	byte[] raw(int size) throws IOException {
		int buffered = Math.min(size, this.limit - this.position);
		byte[] value = new byte[size];
		System.arraycopy(this.bytes, this.position, value, 0, buffered);
		this.position += buffered;
		if (buffered < size) {
			int rest = this.in.readNBytes(value, buffered, size - buffered);
			this.consumed += rest;
			if (rest < size - buffered) {
				throw new EOFException();
			}
		}
		return value;
	}

	public void skip(int tag) throws IOException {
		switch (tag & 7) {
			case 0 -> varint();
			case 1 -> skipBytes(8);
			case 2 -> skipBytes(size());
			case 5 -> skipBytes(4);
			default -> throw new IOException("The wire type of tag " + tag + " is unknown");
		}
	}

	void skipBytes(int size) throws IOException {
		int buffered = Math.min(size, this.limit - this.position);
		this.position += buffered;
		if (buffered < size) {
			this.in.skipNBytes(size - buffered);
			this.consumed += size - buffered;
		}
	}

	private byte read() throws IOException {
		if (this.position == this.limit && !fill()) {
			throw new EOFException();
		}
		return this.bytes[this.position++];
	}

	private void require(int size) throws IOException {
		while (this.limit - this.position < size) {
			if (!fill()) {
				throw new EOFException();
			}
		}
	}

	private boolean fill() throws IOException {
		int rest = this.limit - this.position;
		System.arraycopy(this.bytes, this.position, this.bytes, 0, rest);
		this.consumed += this.position;
		this.position = 0;
		this.limit = rest;
		int count = this.in.read(this.bytes, rest, this.bytes.length - rest);
		if (count <= 0) {
			return false;
		}
		this.limit += count;
		return true;
	}

}
