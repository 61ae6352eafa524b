package io.github.milvusspring.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.gson.GsonBuilder;
import com.google.protobuf.InvalidProtocolBufferException;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs everything once, prints a table and writes the ratios.
 */
public final class BenchmarkRun {

	private static final double WIRE_MEGABYTE = 1e6;

	/** Measured in turn by {@link AddedLatency}. */
	private static final String PAIRED = "QueryBenchmark.(derived|stub)";

	private final boolean quick;

	private final Map<String, Map<String, Double>> measured = new TreeMap<>();

	private double upsertOverFloor = Double.NaN;

	private BenchmarkRun(boolean quick) {
		this.quick = quick;
	}

	/**
	 * Runs.
	 * @param args {@code quick} for less than a minute, and where to write the results
	 */
	public static void main(String[] args) throws Exception {
		Path results = Path.of(args[0]);
		if (args.length == 1 || !args[1].equals("quick")) {
			new BenchmarkRun(false).run(results);
			return;
		}
		try (NothingProcess server = new NothingProcess()) {
			server.share();
			new BenchmarkRun(true).run(results);
		}
	}

	private void run(Path results) throws Exception {
		jmh();
		List<Figure> figures = figures();
		print(figures);
		write(figures, results);
	}

	private void jmh() throws RunnerException, InvalidProtocolBufferException {
		if (this.quick) {
			measure(inThisJvm(500, 1, 600).include("UpsertBenchmark.sdk").param("rows", "2000"));
			this.upsertOverFloor = new OverFloor(7, 5, 10).upsert();
			measure(inThisJvm(800, 3, 300).include("UpsertBenchmark.ours").param("rows", "2000"));
			measure(inThisJvm(1_000, 3, 300).include("SearchBenchmark.(ours|sdk)").param("vectors", "true"));
			return;
		}
		measure(options(5, 2_000, 5, 1_500).param("rows", "2000").exclude(PAIRED));
		this.upsertOverFloor = of("Upsert.ours[2000]", "cpu") / of("Upsert.floor[2000]", "cpu");
		measure(options(1, 2_000, 3, 1_500).include("UpsertBenchmark.(ours|floor|sdkRows)").param("rows", "10000"));
	}

	// A fork costs more time than such short iterations can use, and its code is cold.
	private static ChainedOptionsBuilder inThisJvm(int warmupMillis, int iterations, int millis) {
		return options(1, warmupMillis, iterations, millis).forks(0);
	}

	private static ChainedOptionsBuilder options(int warmups, int warmupMillis, int iterations, int millis) {
		return new OptionsBuilder().forks(1)
			.jvmArgs("-Xmx3g", "-XX:MaxDirectMemorySize=2g", "-XX:+UseParallelGC")
			.addProfiler(GCProfiler.class)
			.addProfiler(CpuProfiler.class)
			.warmupIterations(warmups)
			.warmupTime(TimeValue.milliseconds(warmupMillis))
			.measurementIterations(iterations)
			.measurementTime(TimeValue.milliseconds(millis));
	}

	private void measure(ChainedOptionsBuilder options) throws RunnerException {
		for (RunResult result : new Runner(options.build()).run()) {
			List<IterationResult> iterations = result.getBenchmarkResults()
				.stream()
				.flatMap((fork) -> fork.getIterationResults().stream())
				.toList();
			Map<String, Double> values = new TreeMap<>();
			values.put("wall", median(iterations.stream().map((iteration) -> iteration.getPrimaryResult().getScore())));
			values.put("cpu", median(iterations, CpuProfiler.CPU));
			values.put("alloc", median(iterations, "gc.alloc.rate.norm"));
			this.measured.put(name(result), values);
		}
	}

	// One iteration in which the compiler or the machine was busy does not count.
	private static double median(List<IterationResult> iterations, String name) {
		return median(iterations.stream()
			.flatMap((iteration) -> iteration.getSecondaryResults().entrySet().stream())
			.filter((result) -> result.getKey().replaceAll("[^a-z.]", "").equals(name))
			.map((result) -> result.getValue().getScore()));
	}

	static double median(Stream<Double> values) {
		List<Double> sorted = values.sorted().toList();
		return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
	}

	private static String name(RunResult result) {
		String benchmark = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+)Benchmark\\.(\\w+)", "$1.$2");
		Collection<String> keys = result.getParams().getParamsKeys();
		StringBuilder name = new StringBuilder(benchmark);
		keys.forEach((key) -> name.append('[').append(result.getParams().getParam(key)).append(']'));
		return name.toString();
	}

	private List<Figure> figures() throws IOException, InterruptedException {
		List<Figure> figures = new ArrayList<>();
		double ours = of("Upsert.ours[2000]", "cpu");
		figures.add(new Figure("upsert.cpu.vsSdkGson", of("Upsert.sdkGson[2000]", "cpu") / ours, 30, true));
		figures.add(new Figure("upsert.cpu.vsSdkRows", of("Upsert.sdkRows[2000]", "cpu") / ours, 10, true));
		figures.add(new Figure("upsert.cpu.vsPymilvus", pymilvus() / ours, 2, true));
		rivals(figures, ours);
		figures.add(new Figure("upsert.cpu.overFloor", this.upsertOverFloor, 1.5, false));
		double wire = 2_000 * (4.0 * Doc.DIMENSION + 36);
		figures.add(new Figure("upsert.alloc.overWire", of("Upsert.ours[2000]", "alloc") / wire, 0.5, false));
		figures.add(new Figure("search.cpu.vsSdk", of("Search.sdk[true]", "cpu") / of("Search.ours[true]", "cpu"), 1.6,
				true));
		figures.add(new Figure("search.alloc.vsSdk", of("Search.sdk[true]", "alloc") / of("Search.ours[true]", "alloc"),
				3, true));
		figures.add(new Figure("search.cpu.overFloor",
				(this.quick ? new OverFloor(4, 1, 100) : new OverFloor(40, 12, 250)).search(), 1.6, false));
		figures.add(new Figure("upsert.lite.wall.vsSdkRows", onMilvusLite(), 1.6, true));
		int rows = this.quick ? 5_000 : 200_000;
		figures.add(new Figure("stream.rows", streamed(rows), rows, true));
		int rounds = this.quick ? 2_000 : 20_000;
		for (AddedLatency.Call call : AddedLatency.Call.values()) {
			String micros = java(List.of(), AddedLatency.class, call.ordinal(), this.quick ? 8_000 : 20_000, rounds);
			figures.add(new Figure(call.figure(), Double.parseDouble(micros), call.limit(), false));
		}
		return figures;
	}

	// Each call takes seconds until it is warm.
	private void rivals(List<Figure> figures, double ours) {
		if (!this.quick) {
			figures.add(new Figure("upsert.cpu.vsSpringAi", of("Rivals.springAi", "cpu") / ours, 2, true));
			figures.add(new Figure("upsert.cpu.vsMilvusPlus", of("Rivals.milvusPlus", "cpu") / ours, 2, true));
		}
	}

	private double of(String benchmark, String value) {
		Double found = this.measured.getOrDefault(benchmark, Map.of()).get(value);
		if (found == null) {
			throw new IllegalStateException("No " + value + " of " + benchmark + " among " + this.measured);
		}
		return found;
	}

	private double pymilvus() throws IOException, InterruptedException {
		String python = System.getProperty("pymilvus.python", "");
		if (python.isEmpty()) {
			return Double.NaN;
		}
		try (NothingProcess server = new NothingProcess()) {
			String line = run(
					List.of(python, System.getProperty("pymilvus.script"), server.uri(), this.quick ? "2" : "30"));
			System.out.println("pymilvus, 2,000 x 768: " + line + " us of CPU");
			return Double.parseDouble(line);
		}
	}

	private long streamed(int rows) throws IOException, InterruptedException {
		try (NothingProcess server = new NothingProcess()) {
			// So few rows are written before the second compiler has paid.
			String compiler = "-XX:TieredStopAtLevel=" + (this.quick ? 1 : 4);
			String line = java(List.of("-Xmx128m", compiler), StreamInSmallHeap.class, server.port(), rows);
			return line.startsWith("rows=") ? Long.parseLong(line.substring(5)) : 0;
		}
	}

	// In a JVM as an application has it: in this one, what ran before would decide.
	private double onMilvusLite() throws IOException, InterruptedException {
		return Double.parseDouble(java(List.of(), LiteUpsert.class, this.quick ? 4 : 9));
	}

	private static String java(List<String> options, Class<?> program, int... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
		IntStream.of(arguments).mapToObj(Integer::toString).forEach(command::add);
		return run(command);
	}

	private static String run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String last = "";
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				last = line;
			}
		}
		process.waitFor();
		return last;
	}

	private void print(List<Figure> figures) {
		System.out.printf("%n%-28s %12s %12s %12s%n", "in one run", "CPU us/op", "wall us/op", "MB/op");
		this.measured.forEach((name, values) -> System.out.printf("%-28s %12.1f %12.1f %12.3f%n", name,
				values.getOrDefault("cpu", Double.NaN), values.getOrDefault("wall", Double.NaN),
				values.getOrDefault("alloc", Double.NaN) / WIRE_MEGABYTE));
		System.out.println();
		figures.forEach((figure) -> System.out.println(figure.row()));
	}

	private void write(List<Figure> figures, Path file) throws IOException {
		Map<String, Object> results = new LinkedHashMap<>();
		figures.forEach((figure) -> results.put(figure.key(), figure.value()));
		results.put("measured", this.measured);
		Files.createDirectories(file.toAbsolutePath().getParent());
		Files.writeString(file,
				new GsonBuilder().serializeSpecialFloatingPointValues().setPrettyPrinting().create().toJson(results));
		System.out.println("\nWritten to " + file);
	}

}
