package io.github.milvusspring.data.rebuild;

import java.util.List;
import java.util.function.LongConsumer;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Copies the rows of all partitions of a collection to another collection.
 */
public final class CollectionCopy {

	private static final String ALLOW_KEYS = "allow_insert_auto_id";

	private static final int PASSES = 5;

	private final List<PartitionCopy> copies;

	private final RebuildOptions options;

	CollectionCopy(PartitionCopy.Side from, PartitionCopy.Side to, List<String> partitions, RebuildOptions options) {
		this.options = options;
		this.copies = partitions.isEmpty() ? List.of(new PartitionCopy(from, to, null, options))
				: partitions.stream().map((partition) -> new PartitionCopy(from, to, partition, options)).toList();
	}

	/**
	 * Refuses a rebuild that would lose values or change the keys of rows, unless the
	 * options allow new keys.
	 */
	public static void check(CollectionSchema from, CollectionSchema to, RebuildOptions options, boolean lite) {
		if (!from.unknownFields().isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					from.unknownFields().get(0) + ": a rebuild of '" + to.name() + "' would lose its values");
		}
		FieldSchema old = from.primaryKey();
		FieldSchema key = to.primaryKey();
		if (options.newKeys()) {
			if (!key.autoId()) {
				throw new InvalidDataAccessApiUsageException("withNewKeys() is for keys that Milvus generates, and '"
						+ key.name() + "' of '" + to.name() + "' is not one");
			}
			return;
		}
		if (old.type() != key.type()) {
			throw new InvalidDataAccessApiUsageException("The key of '" + to.name() + "' cannot change from "
					+ old.type() + " to " + key.type() + " in a rebuild, which keeps keys");
		}
		if (key.autoId() && lite) {
			throw new InvalidDataAccessApiUsageException("Milvus Lite cannot keep the keys that it generated for '"
					+ to.name() + "': it would give some of them to new rows again, and replace the old ones. Allow new"
					+ " keys with RebuildOptions.withNewKeys(), or use Milvus standalone, a cluster or Zilliz Cloud");
		}
		if (key.autoId() && !to.takesGivenKeys()) {
			throw new InvalidDataAccessApiUsageException("Milvus would generate new keys for the rows of '" + to.name()
					+ "': allow that with RebuildOptions.withNewKeys(), or keep the old ones by the property "
					+ ALLOW_KEYS + "=true of the entity's collection, on servers that know it");
		}
	}

	long copyAll(LongConsumer progress) {
		long copied = 0;
		for (PartitionCopy copy : this.copies) {
			long before = copied;
			copied += copy.copyAll((rows) -> progress.accept(before + rows));
		}
		return copied;
	}

	void copyChanged(RebuildOptions.ChangedSince changed, boolean live) {
		this.copies.forEach((copy) -> copy.copyChanged(changed, live));
	}

	/**
	 * Compares the keys of both collections and repairs the new one, in several passes,
	 * until the keys are the same. Fails if they still differ after the last pass, unless
	 * the options specify which rows change. If rows get new keys, only the numbers of
	 * rows are compared.
	 */
	void repair() {
		if (this.options.newKeys()) {
			requireSameCount();
			return;
		}
		for (int pass = 0; pass < PASSES; pass++) {
			if (this.copies.stream().mapToLong(PartitionCopy::repair).sum() == 0) {
				requireSameCount();
				return;
			}
		}
		if (this.options.changedSince() == null) {
			throw writing();
		}
	}

	private void requireSameCount() {
		if (this.options.changedSince() == null && this.copies.stream()
			.mapToLong(PartitionCopy::difference)
			.anyMatch((difference) -> difference != 0)) {
			throw writing();
		}
	}

	private static ConcurrencyFailureException writing() {
		return new ConcurrencyFailureException("Rows come and go while they are copied, so the alias was not switched:"
				+ " let writers pause during a rebuild, or tell which rows change with"
				+ " RebuildOptions.withChangedSince(...)");
	}

}
