package io.github.milvusspring.data.core;

import java.time.Duration;

import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.rebuild.CollectionRebuilder;
import io.github.milvusspring.data.rebuild.RebuildOptions;
import io.github.milvusspring.data.rebuild.RebuildProgress.Step;
import io.github.milvusspring.data.write.BatchOptions;

/**
 * An application that dies in the middle of a rebuild, without a farewell.
 */
final class RebuildChild {

	static final int DEAD = 9;

	static final RebuildOptions OPTIONS = RebuildOptions.DEFAULT.withAdoption()
		.withTakeOverAfter(Duration.ZERO)
		.withChangedSince("changed", 1_000_000L)
		.withBatches(BatchOptions.DEFAULT.withBatches(200, 1_000_000));

	private RebuildChild() {
	}

	public static void main(String[] arguments) {
		Step last = Step.valueOf(arguments[2]);
		int[] times = new int[1];
		try (MilvusConnection connection = MilvusConnection
			.open(ConnectionSettings.of(arguments[0]).withDatabase(arguments[1]))) {
			new CollectionRebuilder(new MilvusTemplate(connection, new MilvusConverter(new MilvusMappingContext())))
				.rebuild(Notes.New.class, OPTIONS.withProgress((progress) -> {
					// In the middle of the copy, not after its first batch.
					if (progress.step() == last && (last != Step.COPYING || ++times[0] == 2)) {
						Runtime.getRuntime().halt(DEAD);
					}
				}));
		}
	}

}
