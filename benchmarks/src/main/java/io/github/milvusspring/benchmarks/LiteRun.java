package io.github.milvusspring.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.GsonBuilder;

import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * Measures Milvus Lite as this project starts and uses it, beside its own setting.
 */
public final class LiteRun {

	/** What Milvus Lite takes by itself. */
	private static final DataSize OWN = DataSize.ofMegabytes(128);

	private static final List<Integer> ROWS = List.of(10_000, 100_000);

	private LiteRun() {
	}

	/**
	 * Prints a table and the ratios to its first column.
	 * @param args where to write the figures, and sizes of the memory table beside Milvus
	 * Lite's own
	 */
	public static void main(String[] args) throws IOException {
		List<LiteLoad> loads = new ArrayList<>();
		for (int rows : ROWS) {
			loads.add(measure(rows, OWN, false));
			for (int i = 1; i < args.length; i++) {
				loads.add(measure(rows, DataSize.parse(args[i]), true));
			}
		}
		loads.forEach((load) -> System.out.println(load.row(loads)));
		Files.writeString(Path.of(args[0]), new GsonBuilder().setPrettyPrinting().create().toJson(loads));
	}

	private static LiteLoad measure(int rows, DataSize memoryTable, boolean flushed) {
		try {
			Path directory = Files.createTempDirectory("milvus-lite");
			try (LiteUnderLoad lite = new LiteUnderLoad(directory, memoryTable, rows)) {
				LiteLoad load = lite.measure(flushed);
				System.out.println(load.row(List.of()));
				return load;
			}
			finally {
				FileSystemUtils.deleteRecursively(directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
