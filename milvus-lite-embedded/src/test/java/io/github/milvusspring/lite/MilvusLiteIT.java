package io.github.milvusspring.lite;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.LongStream;

import io.milvus.v2.exception.MilvusClientException;
import io.milvus.v2.service.vector.request.QueryReq;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Specifies the behaviour of a real Milvus Lite server from its start to its end:
 * connections, data, lock, exit code and logs.
 */
@Timeout(120)
class MilvusLiteIT {

	private static final MilvusLiteOptions OPTIONS = MilvusLiteOptions.defaults();

	@Test
	void aClientIsAnswered() {
		try (MilvusLite lite = MilvusLite.start(); Rows rows = new Rows(lite, 4)) {
			assertThat(lite.isRunning()).isTrue();
			assertThat(lite.uri()).isEqualTo("http://127.0.0.1:" + lite.port());
			assertThat(ProcessHandle.of(lite.pid())).isPresent();
			assertThat(rows.client().getServerVersion()).contains("3.2.2");
		}
	}

	@Test
	void aTemporaryDirectoryIsDeletedAtClose() {
		MilvusLite lite = MilvusLite.start();
		assertThat(lite.dataDirectory()).isDirectory().isAbsolute();
		lite.close();
		assertThat(lite.dataDirectory()).doesNotExist();
	}

	@Test
	void closeEndsTheProcessAndMayBeRepeated() {
		MilvusLite lite = MilvusLite.start();
		lite.close();
		lite.close();
		assertThat(lite.isRunning()).isFalse();
		assertThat(ProcessHandle.of(lite.pid()).filter(ProcessHandle::isAlive)).isEmpty();
	}

	@Test
	void twoServersHavePortsAndDataOfTheirOwn() {
		try (MilvusLite one = MilvusLite.start(); MilvusLite other = MilvusLite.start()) {
			assertThat(one.port()).isNotEqualTo(other.port());
			assertThat(one.dataDirectory()).isNotEqualTo(other.dataDirectory());
		}
	}

	@Test
	void onlyTheLoopbackAddressIsListenedOn() throws Exception {
		try (MilvusLite lite = MilvusLite.start()) {
			for (InetAddress address : addressesOfThisMachine()) {
				assertThatThrownBy(() -> connect(address, lite.port())).as(address.toString())
					.isInstanceOf(IOException.class);
			}
		}
	}

	@Test
	void dataSurvivesARestart(@TempDir Path directory) {
		MilvusLiteOptions options = OPTIONS.withDataDirectory(directory.resolve("made/by/start"));
		try (MilvusLite lite = MilvusLite.start(options); Rows rows = new Rows(lite, 4)) {
			rows.create().upsert(0, 100);
		}
		assertThat(options.dataDirectory()).isDirectory();
		try (MilvusLite lite = MilvusLite.start(options); Rows rows = new Rows(lite, 4)) {
			assertThat(rows.load().ids()).containsExactlyInAnyOrderElementsOf(numbers(100));
		}
	}

	@Test
	void aDeathThatNobodyAskedForIsLoggedOnceWithItsExitCode() {
		try (LogOfLite log = new LogOfLite(); MilvusLite lite = MilvusLite.start()) {
			assertThat(lite.exitCode()).isEmpty();
			ProcessHandle.of(lite.pid()).orElseThrow().destroyForcibly();
			await().until(() -> !log.messages(Level.SEVERE).isEmpty());
			assertThat(lite.isRunning()).isFalse();
			assertThat(lite.exitCode()).isNotEmpty();
			lite.close();
			assertThat(log.messages(Level.SEVERE)).singleElement(InstanceOfAssertFactories.STRING)
				.contains("process " + lite.pid(), "exit code is " + lite.exitCode().getAsInt());
		}
	}

	@Test
	void aStopIsNotLoggedAsADeath() {
		try (LogOfLite log = new LogOfLite()) {
			MilvusLite lite = MilvusLite.start();
			lite.close();
			assertThat(lite.exitCode()).hasValue(0);
			assertThat(log.messages(Level.SEVERE)).isEmpty();
		}
	}

	@Test
	void dataSurvivesTheKillOfTheServer(@TempDir Path directory) {
		MilvusLiteOptions options = OPTIONS.withDataDirectory(directory);
		try (MilvusLite lite = MilvusLite.start(options); Rows rows = new Rows(lite, 4)) {
			rows.create().upsert(0, 100);
			ProcessHandle.of(lite.pid()).orElseThrow().destroyForcibly();
			await().until(() -> !lite.isRunning());
		}
		try (MilvusLite lite = MilvusLite.start(options); Rows rows = new Rows(lite, 4)) {
			assertThat(rows.load().ids()).containsExactlyInAnyOrderElementsOf(numbers(100));
		}
	}

	@Test
	void aLockedDataDirectoryIsRefusedWithItsPath(@TempDir Path directory) {
		MilvusLiteOptions options = OPTIONS.withDataDirectory(directory);
		try (MilvusLite first = MilvusLite.start(options)) {
			assertThatExceptionOfType(MilvusLiteException.class)
				.isThrownBy(() -> MilvusLite.start(options.withStartupTimeout(Duration.ofSeconds(5))))
				.withMessageContaining(directory + " is already in use by another Milvus Lite");
			assertThat(first.isRunning()).isTrue();
		}
	}

	@Test
	void aLockedDataDirectoryIsWaitedForAndTheHolderIsLogged(@TempDir Path directory) throws Exception {
		MilvusLiteOptions options = OPTIONS.withDataDirectory(directory);
		MilvusLite first = MilvusLite.start(options);
		try (LogOfLite log = new LogOfLite()) {
			CompletableFuture<MilvusLite> second = CompletableFuture.supplyAsync(() -> MilvusLite.start(options));
			await().atMost(Duration.ofSeconds(20))
				.until(() -> log.messages(Level.INFO).stream().anyMatch((line) -> line.startsWith("Waiting up to")));
			first.close();
			try (MilvusLite lite = second.get(60, TimeUnit.SECONDS)) {
				assertThat(lite.isRunning()).isTrue();
			}
			assertThat(log.messages(Level.INFO)).filteredOn((line) -> line.startsWith("Waiting up to"))
				.singleElement(InstanceOfAssertFactories.STRING)
				.contains(directory + ", which is in use by another Milvus Lite");
		}
	}

	@Test
	void aDataDirectoryThatIsAFileIsRefused(@TempDir Path directory) throws IOException {
		Path file = Files.createFile(directory.resolve("file"));
		assertThatExceptionOfType(MilvusLiteException.class)
			.isThrownBy(() -> MilvusLite.start(OPTIONS.withDataDirectory(file)))
			.withMessageContaining(file.toString());
	}

	@Test
	void aFailedStartLeavesNoProcessBehind() {
		long before = children();
		assertThatExceptionOfType(MilvusLiteException.class)
			.isThrownBy(() -> MilvusLite.start(OPTIONS.withStartupTimeout(Duration.ofMillis(20))))
			.withMessageContaining("20 ms");
		assertThat(children()).isEqualTo(before);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aServerThatDoesNotStopIsKilledAfterTheTimeout() throws Exception {
		MilvusLite lite = MilvusLite.start(OPTIONS.withShutdownTimeout(Duration.ofMillis(300)));
		new ProcessBuilder("kill", "-STOP", String.valueOf(lite.pid())).start().waitFor();
		long start = System.nanoTime();
		lite.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(300),
				Duration.ofSeconds(5));
		assertThat(lite.isRunning()).isFalse();
		assertThat(lite.dataDirectory()).doesNotExist();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void theSignalToTerminateStopsItCleanly(@TempDir Path directory) {
		try (MilvusLite lite = MilvusLite.start(OPTIONS.withDataDirectory(directory)); Rows rows = new Rows(lite, 4)) {
			rows.create().upsert(0, 10);
			assertThat(segments(directory)).isEmpty();
			ProcessHandle.of(lite.pid()).orElseThrow().destroy();
			await().until(() -> !lite.isRunning());
			assertThat(segments(directory)).isNotEmpty();
		}
	}

	@Test
	void aFullMemoryTableIsPutInFiles(@TempDir Path directory) {
		MilvusLiteOptions options = OPTIONS.withDataDirectory(directory);
		try (MilvusLite lite = MilvusLite.start(options.withMemoryTableBytes(64 * 1024));
				Rows rows = new Rows(lite, 64)) {
			rows.create();
			for (int i = 0; i < 3; i++) {
				rows.upsert(i * 500L, (i + 1) * 500L);
			}
			assertThat(segments(directory)).hasSizeGreaterThanOrEqualTo(3);
			assertThat(rows.ids()).hasSize(1_500);
		}
	}

	@Test
	void messagesOfManyMegabytesPass() {
		try (MilvusLite lite = MilvusLite.start(); Rows rows = new Rows(lite, 1024)) {
			rows.create().upsert(0, 5_000);
			assertThat(rows.ids()).hasSize(5_000);
		}
	}

	@Test
	void frequentPingsOfAnIdleClientAreAllowed() throws Exception {
		String preface = "505249202a20485454502f322e300d0a0d0a534d0d0a0d0a" + "000000" + "04" + "00" + "00000000";
		String ping = "000008" + "06" + "00" + "00000000" + "0102030405060708";
		try (MilvusLite lite = MilvusLite.start();
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), lite.port())) {
			socket.setSoTimeout(5_000);
			socket.getOutputStream().write(HexFormat.of().parseHex(preface));
			DataInputStream in = new DataInputStream(socket.getInputStream());
			for (int i = 0; i < 10; i++) {
				socket.getOutputStream().write(HexFormat.of().parseHex(ping));
				awaitFrame(in, 6);
			}
		}
	}

	@Test
	void theReasonOfAnErrorReachesTheClient() {
		try (MilvusLite lite = MilvusLite.start(); Rows rows = new Rows(lite, 4)) {
			rows.create();
			assertThatExceptionOfType(MilvusClientException.class).isThrownBy(
					() -> rows.client().query(QueryReq.builder().collectionName("rows").filter("no_field >").build()))
				.withMessageNotContaining("unknown enum");
		}
	}

	private static void awaitFrame(DataInputStream in, int expected) throws IOException {
		for (int type = -1; type != expected;) {
			int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
			type = in.readUnsignedByte();
			in.skipNBytes(5L + length);
			assertThat(type).as("GOAWAY").isNotEqualTo(7);
		}
	}

	private static List<Long> numbers(long count) {
		return LongStream.range(0, count).boxed().toList();
	}

	private static long children() {
		return ProcessHandle.current().children().count();
	}

	private static List<Path> segments(Path directory) {
		try (var files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".parquet")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<InetAddress> addressesOfThisMachine() throws SocketException {
		return Collections.list(NetworkInterface.getNetworkInterfaces())
			.stream()
			.flatMap((network) -> Collections.list(network.getInetAddresses()).stream())
			.filter((address) -> address instanceof Inet4Address && !address.isLoopbackAddress())
			.toList();
	}

	private static void connect(InetAddress address, int port) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, port), 2_000);
		}
	}

}
