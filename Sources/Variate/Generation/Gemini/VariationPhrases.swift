/// One concrete way along an axis: its name for reports, and the words for the model.
struct VariationPhrase: Equatable, Sendable {
    let label: String
    let instruction: String

    init(_ label: String, _ instruction: String) {
        self.label = label
        self.instruction = instruction
    }
}

/// The words for each axis and each named style, as data.
enum VariationPhrases {
    /// Concrete ways along each axis; every axis has at least four.
    static let axes: [VariationAxis: [VariationPhrase]] = [
        .lighting: [
            VariationPhrase("golden hour", "Light it with low, warm sun from one side and long soft shadows."),
            VariationPhrase("soft window light", "Light it with diffuse daylight from a large window on the left."),
            VariationPhrase("studio", "Light it with a clean three-point studio set-up and crisp highlights."),
            VariationPhrase(
                "backlight", "Put the main light behind the subject, with a bright rim around its outline."),
            VariationPhrase("overcast", "Light it with an even, overcast sky and almost no shadows."),
            VariationPhrase("hard noon light", "Light it with high, hard sun and short, sharp shadows."),
            VariationPhrase(
                "low key", "Light only the subject, with a single lamp, and let the rest fall into shadow."),
            VariationPhrase(
                "coloured light", "Light it with two coloured lamps, one warm and one cool, from opposite sides."),
        ],
        .angle: [
            VariationPhrase("low angle", "Move the camera close to the ground and look slightly up at the subject."),
            VariationPhrase("high angle", "Raise the camera and look down at the subject at about forty-five degrees."),
            VariationPhrase("three-quarter left", "Turn the view about thirty degrees to the left of the subject."),
            VariationPhrase("three-quarter right", "Turn the view about thirty degrees to the right of the subject."),
            VariationPhrase("eye level", "Put the camera level with the subject's centre, straight on."),
            VariationPhrase("close-up", "Move the camera in until the subject fills most of the frame."),
            VariationPhrase("from above", "Look at the subject from straight above."),
            VariationPhrase(
                "wide lens", "Step closer with a wide lens, so that the foreground grows and lines converge."),
        ],
        .colorPalette: [
            VariationPhrase("warm", "Use a palette of warm ambers, corals and cream."),
            VariationPhrase("cool", "Use a palette of cool blues, teals and silver."),
            VariationPhrase("pastel", "Use pale, low-contrast pastel colours."),
            VariationPhrase("vivid", "Use saturated primary colours with strong contrast."),
            VariationPhrase("earthy", "Use muted earth colours: ochre, olive, umber and clay."),
            VariationPhrase("monochrome", "Use shades of a single hue throughout."),
            VariationPhrase(
                "complementary", "Build the palette on two complementary hues, one for the subject, one behind it."),
            VariationPhrase("jewel tones", "Use deep jewel colours: emerald, sapphire, ruby and gold."),
        ],
        .composition: [
            VariationPhrase("rule of thirds", "Place the subject on the left third, with open space to its right."),
            VariationPhrase("centred", "Centre the subject in a calm, symmetrical frame."),
            VariationPhrase("wide", "Pull back and show more of the surroundings, the subject smaller in the frame."),
            VariationPhrase("tight crop", "Crop tightly around the most telling part of the subject."),
            VariationPhrase("negative space", "Leave most of the frame empty and the subject small and off-centre."),
            VariationPhrase("foreground frame", "Frame the subject with something out of focus in the foreground."),
            VariationPhrase("diagonal", "Arrange the scene along a strong diagonal from corner to corner."),
            VariationPhrase(
                "layered", "Arrange distinct foreground, middle ground and background, the subject in the middle."),
        ],
        .mood: [
            VariationPhrase("serene", "Make the mood calm and quiet."),
            VariationPhrase("dramatic", "Make the mood dramatic and tense."),
            VariationPhrase("joyful", "Make the mood bright and playful."),
            VariationPhrase("mysterious", "Make the mood mysterious, with haze and hidden depth."),
            VariationPhrase("nostalgic", "Make the mood nostalgic, like a fond memory."),
            VariationPhrase("majestic", "Make the mood grand and solemn."),
            VariationPhrase("intimate", "Make the mood close, warm and private."),
            VariationPhrase("melancholic", "Make the mood wistful and subdued."),
        ],
        .season: [
            VariationPhrase("spring", "Set it in spring, with fresh green and blossom."),
            VariationPhrase("summer", "Set it in high summer, with full foliage and strong sun."),
            VariationPhrase("autumn", "Set it in autumn, with red and gold leaves and mellow light."),
            VariationPhrase("winter", "Set it in winter, with snow and clear cold light."),
            VariationPhrase("rainy season", "Set it in the rainy season, with wet surfaces and reflections."),
            VariationPhrase("late autumn", "Set it in late autumn, with bare branches and morning mist."),
            VariationPhrase("early spring", "Set it in early spring, with melting snow and first buds."),
            VariationPhrase("dry season", "Set it in a dry season, with straw-coloured grass and dusty air."),
        ],
        .timeOfDay: [
            VariationPhrase("dawn", "Set it at dawn, with a pale pink sky and low mist."),
            VariationPhrase("morning", "Set it in the morning, with clear, slanting light."),
            VariationPhrase("noon", "Set it at noon, with the sun overhead."),
            VariationPhrase("late afternoon", "Set it in the late afternoon, with honey-coloured light."),
            VariationPhrase("sunset", "Set it at sunset, with an orange and violet sky."),
            VariationPhrase("blue hour", "Set it in the blue hour after sunset, with the first lamps lit."),
            VariationPhrase("night", "Set it at night, lit by moonlight and a few lamps."),
            VariationPhrase("storm light", "Set it under a dark afternoon sky just before a storm."),
        ],
        .style: [
            VariationPhrase("watercolour", "Render it as a loose watercolour on textured paper."),
            VariationPhrase("oil painting", "Render it as an oil painting with visible brushwork."),
            VariationPhrase("pencil sketch", "Render it as a detailed graphite pencil drawing."),
            VariationPhrase("analogue film", "Render it as a photograph on grainy colour film."),
            VariationPhrase("flat illustration", "Render it as a flat vector illustration with few, clean shapes."),
            VariationPhrase("woodcut", "Render it as a two-colour woodcut print."),
            VariationPhrase("gouache", "Render it as an opaque gouache poster with simplified forms."),
            VariationPhrase("ink and wash", "Render it as an ink drawing with grey washes."),
        ],
    ]

    /// Words for the styles that have a name; any other name is passed on as it is.
    static let styles: [String: String] = [
        "photorealistic": "a photorealistic picture with natural textures and true-to-life light",
        "watercolor": "a loose watercolour on textured paper",
        "oil-painting": "an oil painting with visible brushwork and rich pigment",
        "sketch": "a hand-drawn pencil sketch",
        "pixel-art": "pixel art with a small, consistent palette",
        "anime": "an anime illustration with clean outlines and cel shading",
        "vintage": "a faded vintage photograph",
        "modern": "a modern, polished commercial photograph",
        "abstract": "an abstract composition of the subject's forms and colours",
        "minimalist": "a minimalist picture with few elements and much empty space",
        "cartoon": "a cartoon with bold outlines and flat colours",
        "cinematic": "a still from a film, with shallow focus and graded colour",
    ]

    /// Second thoughts that keep two requests with the same phrase apart.
    static let readings = [
        "Choose the most natural reading of this.", "Choose a more pronounced reading of this.",
        "Choose an unexpected but tasteful reading of this.", "Choose a restrained, elegant reading of this.",
    ]
}
