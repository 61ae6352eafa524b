package io.github.milvusspring.data.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.admin.MilvusAliases;
import io.github.milvusspring.data.admin.SchemaMismatchException;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.rebuild.RebuildNames.Filling;
import io.github.milvusspring.data.rebuild.RebuildProgress.Step;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Executes one rebuild of the collection behind an alias.
 *
 * <p>
 * Its state is stored only on the server, as the target of the alias and the names of the
 * collections. The name of a collection that is being filled contains its owner. Another
 * instance takes such a collection over by renaming it, and only the owner switches the
 * alias to it. After a crash, a partly filled collection is dropped and the copy starts
 * again, because rows may have been changed or deleted meanwhile.
 */
final class RebuildRun {

	private final CollectionSchema declared;

	private final String alias;

	private final RebuildOptions options;

	private final MilvusOperations operations;

	private final CollectionAdministration collections;

	private final MilvusAliases aliases;

	private final RebuildNames names;

	private final boolean lite;

	private long copied;

	RebuildRun(CollectionSchema declared, RebuildOptions options, MilvusOperations operations) {
		this.declared = declared;
		this.alias = declared.name();
		this.options = options;
		this.operations = operations;
		this.collections = operations.collections();
		this.aliases = operations.aliases();
		this.names = new RebuildNames(this.alias);
		this.lite = this.collections.server().lite();
	}

	public RebuildResult run() {
		String current = this.aliases.find(this.alias);
		if (current == null) {
			current = makeAlias();
		}
		Filling switched = this.names.filling(current);
		if (switched != null) {
			return finish(switched);
		}
		if (!this.options.always() && isAsDeclared()) {
			return new RebuildResult(this.alias, null, current, 0);
		}
		CollectionCopy.check(this.collections.describe(current), this.declared, this.options, this.lite);
		Filling done = takeOver();
		return (done != null) ? finish(done) : rebuild(current);
	}

	private boolean isAsDeclared() {
		try {
			this.collections.ensure(this.declared, SchemaMode.VALIDATE);
			return true;
		}
		catch (SchemaMismatchException ex) {
			return false;
		}
	}

	private String makeAlias() {
		List<String> all = this.collections.names();
		String current;
		if (all.contains(this.alias)) {
			if (!this.options.adopt()) {
				throw new InvalidDataAccessResourceUsageException("'" + this.alias
						+ "' is a collection, and only what is behind an alias can be rebuilt: allow to rename it with"
						+ " RebuildOptions.withAdoption(), once");
			}
			current = this.names.next(all);
			this.collections.named(this.alias).rename(current);
			report(Step.RENAMED, current);
		}
		else if (this.names.versions(all).size() > 1) {
			throw new InvalidDataAccessResourceUsageException("There is no alias '" + this.alias + "', but "
					+ this.names.versions(all) + ": create it with aliases().create(...) for the one to use");
		}
		else if (this.names.versions(all).isEmpty()) {
			current = this.names.next(all);
			this.collections.create(this.declared.toBuilder().name(current).build());
			report(Step.CREATED, current);
		}
		else {
			// A previous run stopped after it had renamed or created
			// the collection and before it created the alias.
			current = this.names.versions(all).get(0);
		}
		this.aliases.create(this.alias, current);
		report(Step.ALIASED, current);
		return current;
	}

	/**
	 * Takes over the unfinished collections of other instances, which then cannot
	 * continue: drops each of them, unless the alias already points to it.
	 * @return the collection to which the alias already points, {@code null} if there is
	 * none
	 */
	private @Nullable Filling takeOver() {
		List<Filling> others = this.names.fillings(this.collections.names());
		if (!others.isEmpty()) {
			new InactivityCheck(this.alias, this.options.takeOverAfter())
				.require(() -> this.names.fillings(this.collections.names()).stream().map(this::size).toList());
		}
		for (Filling other : others) {
			Filling mine = other.owned();
			try {
				this.collections.named(other.name()).rename(mine.name());
			}
			catch (DataAccessException ex) {
				throw this.collections.exists(other.name()) ? ex : takenOver(ex);
			}
			if (mine.name().equals(this.aliases.find(this.alias))) {
				return mine;
			}
			this.collections.named(mine.name()).drop();
		}
		return null;
	}

	private List<Object> size(Filling filling) {
		return List.of(filling.name(), this.collections.named(filling.name()).statistics());
	}

	private RebuildResult rebuild(String current) {
		Filling filling = Filling.of(this.names.next(this.collections.names()), current);
		try {
			this.collections.create(this.declared.toBuilder().name(filling.name()).build());
			requireAlone(filling);
			report(Step.CREATED, filling.name());
			fill(filling);
			if (!current.equals(this.aliases.find(this.alias))) {
				throw new ConcurrencyFailureException(
						"The alias '" + this.alias + "' does not stand for '" + current + "' any more: rebuild again");
			}
			this.aliases.alter(this.alias, filling.name());
			report(Step.SWITCHED, filling.name());
		}
		catch (DataAccessException ex) {
			throw this.collections.exists(filling.name()) ? ex : takenOver(ex);
		}
		return finish(filling);
	}

	// If several instances start at the same time, only
	// the one with the smallest owner id continues.
	private void requireAlone(Filling mine) {
		for (Filling other : this.names.fillings(this.collections.names())) {
			if (other.owner().compareTo(mine.owner()) < 0) {
				this.collections.named(mine.name()).drop();
				throw takenOver(null);
			}
			if (!other.equals(mine)) {
				Filling taken = other.owned();
				this.collections.named(other.name()).rename(taken.name());
				this.collections.named(taken.name()).drop();
			}
		}
	}

	private void fill(Filling filling) {
		CollectionCopy copies = copies(filling);
		this.copied = copies.copyAll((rows) -> {
			this.copied = rows;
			report(Step.COPYING, filling.name());
		});
		report(Step.COPIED, filling.name());
		if (this.options.changedSince() != null) {
			copies.copyChanged(this.options.changedSince(), false);
		}
		copies.repair();
		report(Step.VERIFIED, filling.name());
	}

	private RebuildResult finish(Filling filling) {
		if (this.options.changedSince() != null && this.collections.exists(filling.source())) {
			copies(filling).copyChanged(this.options.changedSince(), true);
			report(Step.CAUGHT_UP, filling.name());
		}
		try {
			this.collections.named(filling.name()).rename(filling.target());
		}
		catch (DataAccessException ex) {
			// Another instance may have noticed the switch and renamed the collection
			// already.
			if (!filling.target().equals(this.aliases.find(this.alias))) {
				throw ex;
			}
		}
		report(Step.FINISHED, filling.target());
		return new RebuildResult(this.alias, filling.source(), filling.target(), this.copied);
	}

	private CollectionCopy copies(Filling filling) {
		if (!this.collections.named(filling.source()).loadState().isLoaded()) {
			this.collections.named(filling.source()).load();
		}
		return new CollectionCopy(side(filling.source()), side(filling.name()), partitions(filling), this.options);
	}

	private PartitionCopy.Side side(String name) {
		return new PartitionCopy.Side(this.collections.describe(name), this.operations.rows(name));
	}

	/**
	 * Returns the partitions whose rows must stay in partitions of the same name, and
	 * creates them in the new collection if they are missing.
	 */
	private List<String> partitions(Filling filling) {
		CollectionSchema source = this.collections.describe(filling.source());
		boolean byKey = source.fields().stream().anyMatch((field) -> field.partitionKey())
				|| this.declared.fields().stream().anyMatch((field) -> field.partitionKey());
		List<String> partitions = this.collections.partitions(filling.source()).names();
		if (byKey || partitions.size() == 1) {
			return List.of();
		}
		List<String> there = new ArrayList<>(this.collections.partitions(filling.name()).names());
		partitions.stream()
			.filter((partition) -> !there.contains(partition))
			.forEach((partition) -> this.collections.partitions(filling.name()).create(partition));
		return partitions;
	}

	private ConcurrencyFailureException takenOver(@Nullable Throwable cause) {
		String text = "Another instance rebuilds '" + this.alias + "', and this one stopped: nothing is lost";
		return (cause != null) ? new ConcurrencyFailureException(text, cause) : new ConcurrencyFailureException(text);
	}

	private void report(Step step, String collection) {
		if (this.options.progress() != null) {
			Objects.requireNonNull(this.options.progress()).accept(new RebuildProgress(step, collection, this.copied));
		}
	}

}
