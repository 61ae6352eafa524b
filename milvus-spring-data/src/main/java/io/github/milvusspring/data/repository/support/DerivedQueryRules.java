package io.github.milvusspring.data.repository.support;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.TextOrder;

import org.springframework.data.repository.query.Parameters;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * Checks the names of query methods against what Milvus supports, when the repository is
 * created.
 */
final class DerivedQueryRules {

	private static final Pattern LIMITED = Pattern
		.compile("^(delete|remove|count|exists)(Distinct)?(First|Top)\\d*(\\p{Lu}.*?)??By");

	private static final Set<Part.Type> ORDERED = EnumSet.of(Part.Type.LESS_THAN, Part.Type.LESS_THAN_EQUAL,
			Part.Type.GREATER_THAN, Part.Type.GREATER_THAN_EQUAL, Part.Type.BETWEEN, Part.Type.BEFORE, Part.Type.AFTER);

	private final MilvusPersistentEntity<?> entity;

	private final List<String> problems = new ArrayList<>();

	private DerivedQueryRules(MilvusPersistentEntity<?> entity) {
		this.entity = entity;
	}

	static void check(MilvusQueryMethod method, PartTree tree, MilvusPersistentEntity<?> entity) {
		DerivedQueryRules rules = new DerivedQueryRules(entity);
		if (tree.getSort().isSorted()) {
			rules.problems.add("orders by " + tree.getSort() + ", and Milvus does not sort");
		}
		if (tree.isDistinct()) {
			rules.problems.add("asks for Distinct, and Milvus has none: leave it out");
		}
		rules.checkLimits(method, tree);
		int vectors = 0;
		int arguments = 0;
		for (Part part : tree.getParts()) {
			rules.check(part);
			arguments += part.getNumberOfArguments();
			vectors += isVectorPart(part) ? 1 : 0;
		}
		boolean or = tree.stream().count() > 1;
		if (vectors > 1 || (vectors == 1 && or)) {
			rules.problems.add("searches by a vector together with Or or another vector: a search has one vector, "
					+ "and filters joined by And");
		}
		boolean search = method.isSearchQuery() || vectors == 1;
		if (search && vectors == 0) {
			rules.problems.add("returns search results but names no vector property with Near or Within");
		}
		int bindable = (int) method.getParameters()
			.getBindableParameters()
			.stream()
			.filter((parameter) -> !parameter.isScoreOrRange())
			.count();
		if (bindable != arguments) {
			rules.problems.add("needs " + arguments + " arguments for its name and has " + bindable);
		}
		if (vectors == 0 && !method.getParameters().scores().isEmpty()) {
			rules.problems.add("takes a score but names no vector property with Near or Within");
		}
		if (!rules.problems.isEmpty()) {
			throw method.refused(String.join("; and ", rules.problems));
		}
	}

	private void checkLimits(MilvusQueryMethod method, PartTree tree) {
		boolean all = tree.isDelete() || tree.isCountProjection() || tree.isExistsProjection();
		Parameters<?, ?> parameters = method.getParameters();
		if (all && (parameters.hasLimitParameter() || parameters.hasPageableParameter() || parameters.hasSortParameter()
				|| parameters.hasScrollPositionParameter() || LIMITED.matcher(method.getName()).find())) {
			this.problems.add((tree.isDelete() ? "deletes" : "counts")
					+ " all rows that match, and cannot be limited or sorted: leave out First, Top, Limit, Pageable and "
					+ "Sort");
		}
		if (tree.isLimiting() && (method.isPageQuery() || method.isSliceQuery())) {
			this.problems.add("limits all its pages by First or Top: return a List, or leave it out");
		}
	}

	static boolean isVectorPart(Part part) {
		return part.getType() == Part.Type.NEAR || part.getType() == Part.Type.WITHIN;
	}

	static String unsupported(Part part) {
		return "uses " + part.getType() + " on '" + part.getProperty().toDotPath() + "', which is not supported: write "
				+ "equality, a comparison, In, Between, StartingWith, EndingWith, Containing, IsNull, True or False";
	}

	private void check(Part part) {
		if (part.getProperty().hasNext()) {
			this.problems.add("looks into '" + part.getProperty().toDotPath()
					+ "': only the properties of the entity itself can be filtered by");
			return;
		}
		if (part.shouldIgnoreCase() != Part.IgnoreCaseType.NEVER) {
			this.problems.add("ignores case, which Milvus cannot: keep a lower-case copy of the text");
		}
		MilvusPersistentProperty property = this.entity.requireProperty(part.getProperty().getSegment());
		FieldSchema field = property.getFieldSchema();
		if (ORDERED.contains(part.getType()) && property.getTextOrder() == TextOrder.OTHERWISE) {
			this.problems.add("compares by order: " + TextOrder.refusal(property.getName()));
		}
		boolean fits = switch (part.getType()) {
			case NEAR, WITHIN -> field.type().isVector();
			case SIMPLE_PROPERTY, NEGATING_SIMPLE_PROPERTY, IN, NOT_IN -> comparable(field.type());
			case LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL, BETWEEN, BEFORE, AFTER ->
				comparable(field.type()) && field.type() != FieldType.BOOL;
			case STARTING_WITH, ENDING_WITH -> field.type() == FieldType.VARCHAR;
			case CONTAINING, NOT_CONTAINING -> field.type() == FieldType.VARCHAR || field.type() == FieldType.ARRAY;
			case IS_NULL, IS_NOT_NULL -> !field.type().isVector();
			case TRUE, FALSE -> field.type() == FieldType.BOOL;
			default -> {
				this.problems.add(unsupported(part));
				yield true;
			}
		};
		if (!fits) {
			this.problems.add("uses " + part.getType() + " on '" + part.getProperty().toDotPath()
					+ "', which is of type " + field.describeType());
		}
	}

	private static boolean comparable(FieldType type) {
		return type != FieldType.ARRAY && type != FieldType.JSON && !type.isVector();
	}

}
