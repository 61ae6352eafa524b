package io.github.milvusspring.lite;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(20)
class GrpcProbeTests {

	private static final String SETTINGS = "000000" + "04" + "00" + "00000000";

	@Test
	void aMessageOnTheCallIsAnAnswer() {
		assertThatCode(() -> probe(SETTINGS + "000001" + "01" + "04" + "00000001" + "88" + "000005" + "00" + "00"
				+ "00000001" + "0000000000"))
			.doesNotThrowAnyException();
	}

	@Test
	void anErrorOfTheMethodIsAnAnswerToo() {
		assertThatCode(() -> probe(SETTINGS + "000001" + "01" + "05" + "00000001" + "88")).doesNotThrowAnyException();
	}

	@Test
	void aRefusedConnectionIsNoAnswer() {
		assertThatThrownBy(() -> probe(SETTINGS + "000008" + "07" + "00" + "00000000" + "0000000000000000"))
			.isInstanceOf(IOException.class)
			.hasMessageContaining("refused");
	}

	@Test
	void aClosedConnectionIsNoAnswer() {
		assertThatThrownBy(() -> probe(SETTINGS)).isInstanceOf(IOException.class).hasMessageContaining("closed");
	}

	@Test
	void anotherProtocolIsNoAnswer() {
		String http = HexFormat.of().formatHex("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		assertThatThrownBy(() -> probe(http)).isInstanceOf(IOException.class);
	}

	@Test
	void aSilentServerTimesOut() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatThrownBy(() -> GrpcProbe.call("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(200)))
				.isInstanceOf(IOException.class);
		}
	}

	private static void probe(String answer) throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(server, answer));
			GrpcProbe.call("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(5));
			served.join();
		}
	}

	private static void serve(ServerSocket server, String answer) {
		try (Socket socket = server.accept(); OutputStream out = socket.getOutputStream()) {
			// All of the request is read, or the close would reset the connection.
			socket.getInputStream().readNBytes(24 + 9);
			out.write(HexFormat.of().parseHex(answer));
			out.flush();
			socket.shutdownOutput();
			socket.getInputStream().readAllBytes();
		}
		catch (IOException ignored) {
			// The probe has seen enough.
		}
	}

}
