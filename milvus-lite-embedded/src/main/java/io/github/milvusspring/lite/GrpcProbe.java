package io.github.milvusspring.lite;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a server for its version with one gRPC call over a plain socket: just enough of
 * HTTP/2 (RFC 9113) and HPACK (RFC 7541) to know that gRPC answers, without a gRPC
 * library.
 */
final class GrpcProbe {

	private static final String METHOD = "/milvus.proto.milvus.MilvusService/GetVersion";

	private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] EMPTY_MESSAGE = new byte[5];

	private static final int DATA = 0x0;

	private static final int HEADERS = 0x1;

	private static final int RST_STREAM = 0x3;

	private static final int SETTINGS = 0x4;

	private static final int GOAWAY = 0x7;

	private static final int END_STREAM = 0x1;

	private static final int END_HEADERS = 0x4;

	private static final int CALL = 1;

	private GrpcProbe() {
	}

	/**
	 * Call the server once.
	 * @throws IOException if it does not answer in time, or not in gRPC
	 */
	static void call(String host, int port, Duration timeout) throws IOException {
		int millis = (int) Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE));
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(host, port), millis);
			socket.setSoTimeout(millis);
			ByteArrayOutputStream request = new ByteArrayOutputStream();
			DataOutputStream frames = new DataOutputStream(request);
			frames.write(PREFACE);
			writeFrame(frames, SETTINGS, 0, 0, new byte[0]);
			writeFrame(frames, HEADERS, END_HEADERS, CALL, headers(host + ":" + port));
			writeFrame(frames, DATA, END_STREAM, CALL, EMPTY_MESSAGE);
			socket.getOutputStream().write(request.toByteArray());
			awaitAnswer(new DataInputStream(socket.getInputStream()));
		}
		catch (EOFException ex) {
			throw new IOException("the connection was closed before the answer", ex);
		}
	}

	private static void writeFrame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
			throws IOException {
		out.writeByte(payload.length >> 16);
		out.writeShort(payload.length);
		out.writeByte(type);
		out.writeByte(flags);
		out.writeInt(stream);
		out.write(payload);
	}

	private static byte[] headers(String authority) {
		ByteArrayOutputStream block = new ByteArrayOutputStream();
		writeHeader(block, ":method", "POST");
		writeHeader(block, ":scheme", "http");
		writeHeader(block, ":path", METHOD);
		writeHeader(block, ":authority", authority);
		writeHeader(block, "content-type", "application/grpc");
		writeHeader(block, "te", "trailers");
		return block.toByteArray();
	}

	/**
	 * A literal field without indexing, without Huffman coding, shorter than 127 bytes.
	 */
	private static void writeHeader(ByteArrayOutputStream block, String name, String value) {
		block.write(0);
		for (String text : new String[] { name, value }) {
			block.write(text.length());
			block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
		}
	}

	private static void awaitAnswer(DataInputStream in) throws IOException {
		while (true) {
			int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
			int type = in.readUnsignedByte();
			int flags = in.readUnsignedByte();
			int stream = in.readInt() & Integer.MAX_VALUE;
			in.skipNBytes(length);
			boolean ended = type == HEADERS && (flags & END_STREAM) != 0;
			if (stream == CALL && (type == DATA || ended)) {
				return;
			}
			if (type == GOAWAY || type == RST_STREAM) {
				throw new IOException("the call was refused");
			}
			if (type > 0x9) {
				throw new IOException("the answer is not HTTP/2");
			}
		}
	}

}
